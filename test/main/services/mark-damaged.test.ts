import { afterEach, beforeEach, expect, test } from 'vitest';
import { PIN } from '../../helpers/open-counter.ts';
import { type EdgeCase, openEdgeCase, problemOf } from '../../helpers/open-edge-case.ts';
import { type Call, requestId } from '../../helpers/open-test-console.ts';

/** The depot has 50 full. */
let edge: EdgeCase;
beforeEach(async () => {
  edge = await openEdgeCase();
});
afterEach(() => edge.console.remove());

const bent = (quantity: number) => ({
  requestId: requestId(),
  depotId: edge.depotId,
  equipmentId: edge.cylinder14.id,
  condition: 'FULL' as const,
  quantity,
  reason: 'valve is bent',
});

test('goods found damaged stay at the depot in one movement, with the reason in the audit', async () => {
  const { admin, depotId, cylinder14 } = edge;
  const { item } = await admin('stock.markDamaged', bent(3));
  expect(item).toMatchObject({ full: 47, damaged: 3, empty: 0 });
  const [movement] = (await admin('stock.movements', { limit: 1 })).items;
  expect(movement).toMatchObject({
    quantity: 3,
    from: { kind: 'DEPOT', id: depotId, condition: 'FULL' },
    to: { kind: 'DEPOT', id: depotId, condition: 'DAMAGED' },
    documentKind: 'ADJUSTMENT',
    reason: 'valve is bent',
  });
  const [noted] = (await admin('audit.list', { action: 'stock.markDamaged' })).items;
  expect(noted).toMatchObject({
    entityType: 'depot',
    entityId: depotId,
    after: { equipmentId: cylinder14.id, condition: 'FULL', quantity: 3, damaged: 3 },
    reason: 'valve is bent',
  });
  expect(await admin('stock.check', {})).toEqual({ ok: true, problems: [] });
});

test('no more than are there', async () => {
  expect(await problemOf(edge.admin('stock.markDamaged', bent(51)))).toMatchObject({
    code: 'INSUFFICIENT_STOCK',
    details: { location: 'DEPOT', condition: 'FULL', available: 50, asked: 51 },
  });
});

test('sent twice it is done once', async () => {
  const input = bent(2);
  await edge.admin('stock.markDamaged', input);
  expect((await edge.admin('stock.markDamaged', input)).item.damaged).toBe(2);
});

test('at a depot of ours that is in use, not at a plant', async () => {
  const asked = edge.admin('stock.markDamaged', { ...bent(1), depotId: edge.supplierId });
  expect((await problemOf(asked)).code).toBe('INVALID_STATE');
});

test('a clerk needs a supervisor’s yes', async () => {
  const clerk: Call = (await edge.addUser('COUNTER', 'counter1')).call;
  await edge.addUser('SUPERVISOR', 'super1');
  expect((await problemOf(clerk('stock.markDamaged', bent(1)))).code).toBe('APPROVAL_REQUIRED');
  const approval = { username: 'super1', pin: PIN, reason: 'seen it' };
  expect((await clerk('stock.markDamaged', { ...bent(1), approval })).item.damaged).toBe(1);
});
