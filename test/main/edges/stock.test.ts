import { afterEach, describe, expect, test } from 'vitest';
import { PIN } from '../../helpers/open-counter.ts';
import { type EdgeCase, openEdgeCase, problemOf } from '../../helpers/open-edge-case.ts';
import { requestId } from '../../helpers/open-test-console.ts';

let edge: EdgeCase | null = null;
afterEach(async () => {
  await edge?.console.remove();
  edge = null;
});

/** The depot holds five full cylinders and nobody has any on site. */
async function openWithFive(): Promise<EdgeCase> {
  edge = await openEdgeCase();
  const { admin, depotId, cylinder14 } = edge;
  await admin('inventories.update', {
    requestId: requestId(),
    entity: 'depot',
    entityId: depotId,
    equipmentId: cylinder14.id,
    condition: 'FULL',
    quantity: 5,
    reason: 'counted',
  });
  return edge;
}

describe('edges.md, stock', () => {
  test('17: six of five is refused, and leaves numbers, readings and stock alone', async () => {
    const { admin, depotId, cylinder14, sell, deliver } = await openWithFive();
    const before = await admin('audit.verify', {});
    expect(await problemOf(sell([deliver(6)]))).toMatchObject({
      code: 'INSUFFICIENT_STOCK',
      details: { location: 'DEPOT', locationId: depotId, condition: 'FULL', available: 5, asked: 6 },
    });
    expect(await admin('audit.verify', {})).toEqual(before);
    const { items } = await admin('inventories.list', { entity: 'depot', entityId: depotId });
    expect(items).toMatchObject([{ equipmentId: cylinder14.id, full: 5 }]);
    const { transaction } = await sell([deliver(5)]);
    expect(transaction.number).toBe('TRX-KB1-2026-000001');
  });

  test('18: two clerks deliver three of five at once: one posts, one is refused', async () => {
    const { sell, deliver } = await openWithFive();
    const outcomes = await Promise.allSettled([sell([deliver(3)]), sell([deliver(3)])]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('19: handing back more than is on site needs approval; then what was missing is found first', async () => {
    const { admin, customerK, sell, deliver, emptyReturn, addUser } = await openWithFive();
    const counter = await addUser('COUNTER', 'counter1');
    await addUser('SUPERVISOR', 'super1');
    await sell([deliver(1)]);
    expect(await problemOf(sell([emptyReturn(2)], {}, counter.call))).toMatchObject({
      code: 'INSUFFICIENT_STOCK',
      details: { location: 'CUSTOMER', condition: 'ON_SITE', available: 1, asked: 2 },
    });
    const approval = { username: 'super1', pin: PIN, reason: 'one more was in the yard' };
    await sell([emptyReturn(2)], { approval }, counter.call);
    const { items } = await admin('stock.movements', { entity: 'customer', entityId: customerK.id, limit: 2 });
    expect(items.toReversed()).toMatchObject([
      { quantity: 1, from: { kind: 'ADJUSTMENT' }, to: { kind: 'CUSTOMER' }, reason: 'one more was in the yard' },
      { quantity: 2, from: { kind: 'CUSTOMER' }, to: { kind: 'DEPOT', condition: 'EMPTY' } },
    ]);
    expect(await admin('stock.check', {})).toEqual({ ok: true, problems: [] });
  });

  test('20: a truck’s empties may come back before the slips are keyed', async () => {
    const { admin, depotId, cylinder14, addUser } = await openWithFive();
    const driver = await addUser('DRIVER', 'driver1');
    const slip = await admin('distributions.create', {
      requestId: requestId(),
      depotId,
      driverId: driver.id,
      items: [{ equipmentId: cylinder14.id, direction: 'IN', condition: 'EMPTY', quantity: 4 }],
    });
    await admin('distributions.confirm', { id: slip.id });
    const { items } = await admin('inventories.list', { entity: 'truck', entityId: driver.id });
    expect(items).toMatchObject([{ equipmentId: cylinder14.id, empty: -4 }]);
  });

  test('21: a truck short of full cylinders must be confirmed', async () => {
    const { admin, depotId, cylinder14, sell, deliver, addUser } = await openWithFive();
    const driver = await addUser('DRIVER', 'driver1');
    const slip = await admin('distributions.create', {
      requestId: requestId(),
      depotId,
      driverId: driver.id,
      items: [{ equipmentId: cylinder14.id, direction: 'OUT', condition: 'FULL', quantity: 2 }],
    });
    await admin('distributions.confirm', { id: slip.id });
    const source = { kind: 'truck' as const, driverId: driver.id };
    expect((await problemOf(sell([deliver(3)], { source }))).code).toBe('INSUFFICIENT_STOCK');
    await sell([deliver(3)], { source, confirmTruckShort: true });
  });

  test('22: a confirmed distribution is confirmed once', async () => {
    const { admin, depotId, cylinder14, addUser } = await openWithFive();
    const driver = await addUser('DRIVER', 'driver1');
    const { id } = await admin('distributions.create', {
      requestId: requestId(),
      depotId,
      driverId: driver.id,
      items: [{ equipmentId: cylinder14.id, direction: 'OUT', condition: 'FULL', quantity: 1 }],
    });
    const first = requestId();
    const confirmed = await admin('distributions.confirm', { id, requestId: first });
    expect(await admin('distributions.confirm', { id, requestId: first })).toEqual(confirmed);
    expect((await problemOf(admin('distributions.confirm', { id, requestId: requestId() }))).code).toBe(
      'INVALID_STATE',
    );
    expect((await problemOf(admin('distributions.cancel', { id }))).code).toBe('INVALID_STATE');
  });

  test('25: only returns make a sale without invoice, and use no invoice number', async () => {
    const { sell, deliver, emptyReturn } = await openWithFive();
    await sell([deliver(2)]);
    const { transaction, invoice } = await sell([emptyReturn(2)]);
    expect(transaction.totalAmount).toBe('0.00');
    expect(invoice).toBeNull();
    expect((await sell([deliver(1)])).invoice?.number).toBe('INV-KB1-2026-000002');
  });

  test('a swap does not depend on the order its lines were typed in', async () => {
    const { sell, deliver, emptyReturn } = await openWithFive();
    await sell([emptyReturn(2), deliver(2)]);
  });
});
