import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WireInput } from '../../../src/shared/contract/index.ts';
import { type EdgeCase, openEdgeCase } from '../../helpers/open-edge-case.ts';
import { type Call, requestId } from '../../helpers/open-test-console.ts';

let edge: EdgeCase;
let driver: { id: number; call: Call };
beforeEach(async () => {
  edge = await openEdgeCase();
  driver = await edge.addUser('DRIVER', 'driver1');
});
afterEach(() => edge.console.remove());

type Item = Pick<WireInput<'distributions.create'>['items'][number], 'direction' | 'condition' | 'quantity'>;

async function draft(item: Item, driverId = driver.id, depotId = edge.depotId): Promise<number> {
  const items = [{ ...item, equipmentId: edge.cylinder14.id }];
  return (await edge.admin('distributions.create', { requestId: requestId(), depotId, driverId, items })).id;
}

async function confirmed(item: Item): Promise<void> {
  await edge.admin('distributions.confirm', { id: await draft(item) });
}

const fromTruck = () => ({ source: { kind: 'truck' as const, driverId: driver.id } });
const board = async (call = edge.admin) => (await call('stock.trucks', {})).items;

test('a truck’s day: loaded, sold, taken back, returned, and what is on it now', async () => {
  const { sell, deliver, emptyReturn } = edge;
  await confirmed({ direction: 'OUT', condition: 'FULL', quantity: 12 });
  await sell([deliver(5), emptyReturn(3)], fromTruck());
  await confirmed({ direction: 'IN', condition: 'FULL', quantity: 2 });
  const [truck] = await board();
  expect(truck).toMatchObject({ driverId: driver.id, name: 'driver1', isUnreconciled: false, draftSlips: [] });
  expect(truck?.items).toEqual([
    {
      equipmentId: edge.cylinder14.id,
      full: 5,
      empty: 3,
      damaged: 0,
      loaded: 12,
      sold: 5,
      takenBack: 3,
      returned: 2,
    },
  ]);
});

test('yesterday’s loads and sales are not today’s; what is left of them still is', async () => {
  await confirmed({ direction: 'OUT', condition: 'FULL', quantity: 12 });
  edge.console.clock.set(new Date('2026-01-21T01:00:00.000Z'));
  const call = await edge.console.signIn('admin', 'correct horse');
  const [truck] = await board(call);
  expect(truck?.items).toMatchObject([{ full: 12, loaded: 0, sold: 0 }]);
});

test('empties back at the depot before their slips are keyed are below zero, and not reconciled', async () => {
  await confirmed({ direction: 'IN', condition: 'EMPTY', quantity: 4 });
  expect(await board()).toMatchObject([{ isUnreconciled: true, items: [{ empty: -4, returned: 4 }] }]);
});

test('a slip still in draft is not reconciled, and named', async () => {
  const id = await draft({ direction: 'OUT', condition: 'FULL', quantity: 1 });
  const slip = { id, number: 'DST-KB1-2026-000001', businessDate: '2026-01-20' };
  expect(await board()).toMatchObject([{ isUnreconciled: true, draftSlips: [slip], items: [] }]);
  await edge.admin('distributions.cancel', { id });
  expect(await board()).toMatchObject([{ isUnreconciled: false, draftSlips: [] }]);
});

test('a driver sees his own truck only; one who left is shown while goods are on his', async () => {
  const left = await edge.addUser('DRIVER', 'driver2');
  await edge.admin('distributions.confirm', {
    id: await draft({ direction: 'OUT', condition: 'FULL', quantity: 6 }, left.id),
  });
  expect(await board(driver.call)).toMatchObject([{ driverId: driver.id, items: [] }]);
  await edge.admin('users.deactivate', { id: left.id });
  expect(await board()).toMatchObject([{ driverId: driver.id }, { driverId: left.id, isActive: false }]);
  await edge.admin('users.deactivate', { id: driver.id });
  expect(await board()).toMatchObject([{ driverId: left.id }]);
});

test('a clerk is told of drafts of his own depot, and of every truck’s load', async () => {
  const other = await edge.admin('depots.create', { code: 'OTHER', name: 'Other', address: '' });
  const clerk = await edge.addUser('COUNTER', 'counter1');
  await draft({ direction: 'IN', condition: 'EMPTY', quantity: 1 }, driver.id, other.id);
  expect(await board(clerk.call)).toMatchObject([{ driverId: driver.id, draftSlips: [] }]);
  expect((await board())[0]?.draftSlips).toHaveLength(1);
});
