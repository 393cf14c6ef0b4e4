import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WireOutput } from '../../../src/shared/contract/index.ts';
import { type EdgeCase, openEdgeCase } from '../../helpers/open-edge-case.ts';
import { type Call, requestId } from '../../helpers/open-test-console.ts';

let edge: EdgeCase;
let driver: { id: number; call: Call };
/** 50 full received; 12 loaded, 3 of them delivered, 2 empties taken back; 5 delivered at the counter. */
beforeEach(async () => {
  edge = await openEdgeCase();
  const { admin, depotId, cylinder14, sell, deliver, emptyReturn } = edge;
  driver = await edge.addUser('DRIVER', 'driver1');
  const { id } = await admin('distributions.create', {
    requestId: requestId(),
    depotId,
    driverId: driver.id,
    items: [{ equipmentId: cylinder14.id, direction: 'OUT', condition: 'FULL', quantity: 12 }],
  });
  await admin('distributions.confirm', { id });
  await sell([deliver(5)]);
  await sell([deliver(3), emptyReturn(2)], { source: { kind: 'truck', driverId: driver.id } });
});
afterEach(() => edge.console.remove());

/** `Kaki Bukit FULL 33`, one line for each place. */
function lines({ places }: WireOutput<'stock.whereabouts'>): string[] {
  return places.map(({ kind, depot, condition, quantity }) => `${depot?.name ?? kind} ${condition} ${quantity}`);
}
const sumOf = ({ places }: WireOutput<'stock.whereabouts'>) => places.reduce((sum, { quantity }) => sum + quantity, 0);

describe('stock.whereabouts', () => {
  test('names every place an equipment is at, and sums to zero with where it came from', async () => {
    const { admin, cylinder14 } = edge;
    const found = await admin('stock.whereabouts', { equipmentId: cylinder14.id });
    expect(lines(found).toSorted()).toEqual([
      'CUSTOMER ON_SITE 6',
      'Kaki Bukit FULL 33',
      'Singgas FULL -50',
      'TRUCK EMPTY 2',
      'TRUCK FULL 9',
    ]);
    expect(found.isWhole).toBe(true);
    expect(sumOf(found)).toBe(0);
  });

  test('an adjustment is shown as one, and so is what is damaged', async () => {
    const { admin, depotId, cylinder14 } = edge;
    const count = { entity: 'depot', entityId: depotId, equipmentId: cylinder14.id, condition: 'FULL' } as const;
    await admin('inventories.update', { ...count, quantity: 30, reason: 'counted', requestId: requestId() });
    const bent = { depotId, equipmentId: cylinder14.id, condition: 'FULL', quantity: 4, reason: 'bent' } as const;
    await admin('stock.markDamaged', { ...bent, requestId: requestId() });
    const found = await admin('stock.whereabouts', { equipmentId: cylinder14.id });
    expect(lines(found)).toEqual(
      expect.arrayContaining(['Kaki Bukit FULL 26', 'Kaki Bukit DAMAGED 4', 'ADJUSTMENT FULL 3']),
    );
    expect(sumOf(found)).toBe(0);
  });

  test('a clerk sees all of it where there is one depot; of two, nothing that tells of the other', async () => {
    const { admin, cylinder14 } = edge;
    const clerk = await edge.addUser('COUNTER', 'counter1');
    const ask = () => clerk.call('stock.whereabouts', { equipmentId: cylinder14.id });
    expect(sumOf(await ask())).toBe(0);
    await admin('depots.create', { code: 'OTHER', name: 'Other', address: '' });
    const found = await ask();
    expect(found.isWhole).toBe(false);
    expect(lines(found).toSorted()).toEqual([
      'CUSTOMER ON_SITE 6',
      'Kaki Bukit FULL 33',
      'TRUCK EMPTY 2',
      'TRUCK FULL 9',
    ]);
  });

  test('a driver sees his own truck and what is at customers', async () => {
    const other = await edge.addUser('DRIVER', 'driver2');
    const ask = (call: Call) => call('stock.whereabouts', { equipmentId: edge.cylinder14.id });
    expect(lines(await ask(driver.call)).toSorted()).toEqual(['CUSTOMER ON_SITE 6', 'TRUCK EMPTY 2', 'TRUCK FULL 9']);
    expect(lines(await ask(other.call))).toEqual(['CUSTOMER ON_SITE 6']);
  });
});

describe('stock.onSite', () => {
  test('customers who have most come first, page by page, and are found by name', async () => {
    const { admin, cylinder14, sell, deliver, customerK, addCustomer } = edge;
    const others = [await addCustomer({ name: 'Ah Seng' }), await addCustomer({ name: '福满楼' })];
    for (const [index, { id }] of others.entries()) await sell([deliver(7 - index)], { customerId: id });
    const input = { equipmentId: cylinder14.id, limit: 2 };
    const page = await admin('stock.onSite', input);
    expect(page).toMatchObject({
      total: 3,
      items: [
        { customerName: 'Ah Seng', quantity: 7 },
        { customerName: '福满楼', quantity: 6 },
      ],
    });
    const next = await admin('stock.onSite', { ...input, cursor: page.nextCursor ?? '' });
    expect(next.items).toMatchObject([{ customerId: customerK.id, customerCode: customerK.code, quantity: 6 }]);
    expect((await admin('stock.onSite', { ...input, search: '满楼' })).items).toMatchObject([{ quantity: 6 }]);
    expect((await admin('stock.onSite', { ...input, sort: 'quantity' })).items[0]).toMatchObject({ quantity: 6 });
    expect(await admin('stock.onSite', { ...input, search: 'nobody' })).toMatchObject({ items: [], total: 0 });
  });
});

describe('stock.movements behind a number', () => {
  const quantities = async (more: object) => {
    const { admin, cylinder14 } = edge;
    const { items } = await admin('stock.movements', { equipmentId: cylinder14.id, sort: 'id', ...more });
    return items.map(({ quantity, from, to }) => `${from.kind} ${quantity} ${to.kind}`);
  };

  test('are those from or to that place in that condition', async () => {
    const { depotId } = edge;
    expect(await quantities({ entity: 'depot', entityId: depotId, condition: 'FULL' })).toEqual([
      'DEPOT 50 DEPOT',
      'DEPOT 12 TRUCK',
      'DEPOT 5 CUSTOMER',
    ]);
    expect(await quantities({ entity: 'truck', condition: 'EMPTY' })).toEqual(['CUSTOMER 2 TRUCK']);
    expect(await quantities({ entity: 'depot', entityId: depotId, condition: 'DAMAGED' })).toEqual([]);
    expect(await quantities({ entity: 'adjustment' })).toEqual([]);
  });

  test('one end in the place and the other in the condition is not enough', async () => {
    // Delivered full from the truck: at the customer it is on site.
    expect(await quantities({ entity: 'customer', condition: 'FULL' })).toEqual([]);
    expect(await quantities({ entity: 'customer', condition: 'ON_SITE' })).toHaveLength(3);
  });

  test('damaged ones are found at their depot and at all of them', async () => {
    const { admin, depotId, cylinder14 } = edge;
    const bent = { depotId, equipmentId: cylinder14.id, condition: 'FULL', quantity: 4, reason: 'bent' } as const;
    await admin('stock.markDamaged', { ...bent, requestId: requestId() });
    for (const input of [{ entity: 'depot' }, { entity: 'depot', entityId: depotId }]) {
      expect(await quantities({ ...input, condition: 'DAMAGED' })).toEqual(['DEPOT 4 DEPOT']);
    }
  });
});
