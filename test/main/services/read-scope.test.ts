import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EdgeCase, openEdgeCase, problemOf } from '../../helpers/open-edge-case.ts';
import { type Call, requestId } from '../../helpers/open-test-console.ts';

const PASSWORD = 'correct horse';
let edge: EdgeCase;
let otherDepotId: number;
let here: { counter: Call; driver: Call; driverId: number };
let there: { counter: Call; driver: Call; driverId: number };

/** Two depots, each with a clerk and a driver, each with one sale from its counter and one from its truck. */
beforeEach(async () => {
  edge = await openEdgeCase();
  const { admin, depotId } = edge;
  const other = await admin('depots.create', { code: 'OTHER', name: 'Other', address: '' });
  otherDepotId = other.id;
  here = await staff('here', depotId);
  there = await staff('there', otherDepotId);
});
afterEach(() => edge.console.remove());

async function staff(name: string, depotId: number) {
  const { admin, console, cylinder14, supplierId, customerK } = edge;
  const user = async (role: 'COUNTER' | 'DRIVER') => {
    const username = `${name}-${role.toLowerCase()}`;
    const fields = { username, fullName: username, employeeId: username, role, depotId, password: PASSWORD };
    const { id } = await admin('users.create', fields);
    return { id, call: await console.signIn(username, PASSWORD) };
  };
  const [counter, driver] = [await user('COUNTER'), await user('DRIVER')];
  const goods = [{ equipmentId: cylinder14.id, condition: 'FULL' as const, quantity: 10 }];
  const delivery = { depotId, supplierDepotId: supplierId, reference: 'DO', items: goods };
  await admin('stock.receive', { ...delivery, requestId: requestId() });
  const { id } = await counter.call('distributions.create', {
    requestId: requestId(),
    depotId,
    driverId: driver.id,
    items: [{ equipmentId: cylinder14.id, direction: 'OUT', condition: 'FULL', quantity: 3 }],
  });
  await counter.call('distributions.confirm', { id });
  const sale = { customerId: customerK.id, items: [edge.deliver(1)] };
  const fromCounter = { ...sale, source: { kind: 'depot' as const, depotId }, requestId: requestId() };
  await counter.call('transactions.create', { ...fromCounter, payment: { method: 'CASH', amount: '39.80' } });
  const fromTruck = { ...sale, source: { kind: 'truck' as const, driverId: driver.id }, requestId: requestId() };
  await driver.call('transactions.create', { ...fromTruck, payment: { method: 'CASH', amount: '39.80' } });
  return { counter: counter.call, driver: driver.call, driverId: driver.id };
}

const LISTS = ['transactions.list', 'invoices.list', 'payments.list', 'distributions.list'] as const;

describe('who reads what (domain.md, "People and rights")', () => {
  test.each(LISTS)('%s: managers all, counter staff their depot’s, drivers their own', async (verb) => {
    const count = async (call: Call) => (await call(verb, {})).items.length;
    const perDepot = verb === 'distributions.list' ? 1 : 2;
    expect(await count(edge.admin)).toBe(2 * perDepot);
    expect(await count(here.counter)).toBe(perDepot);
    expect(await count(there.counter)).toBe(perDepot);
    expect(await count(here.driver)).toBe(1);
  });

  test('a single document of another depot is refused', async () => {
    const ids = await Promise.all(LISTS.map(async (verb) => (await there.counter(verb, {})).items[0]?.id ?? 0));
    const [saleId = 0, invoiceId = 0, paymentId = 0, slipId = 0] = ids;
    const asked = [
      here.counter('transactions.get', { id: saleId }),
      here.counter('invoices.get', { id: invoiceId }),
      here.counter('invoices.pdf', { id: invoiceId }),
      here.counter('payments.get', { id: paymentId }),
      here.driver('distributions.get', { id: slipId }),
    ];
    expect(await Promise.all(asked.map(async (call) => (await problemOf(call)).code))).toEqual(
      asked.map(() => 'FORBIDDEN'),
    );
  });

  test('stock: a clerk sees his depot and the trucks, a driver his truck', async () => {
    const { depotId } = edge;
    const own = await here.counter('inventories.list', { entity: 'depot' });
    expect(new Set(own.items.map((item) => item.entityId))).toEqual(new Set([depotId]));
    const asked = [
      here.counter('inventories.list', { entity: 'depot', entityId: otherDepotId }),
      here.driver('inventories.list', { entity: 'depot', entityId: depotId }),
      here.driver('inventories.list', { entity: 'depot' }),
      here.driver('inventories.list', { entity: 'truck', entityId: there.driverId }),
    ];
    expect(await Promise.all(asked.map(async (call) => (await problemOf(call)).code))).toEqual(
      asked.map(() => 'FORBIDDEN'),
    );
    const truck = await here.driver('inventories.list', { entity: 'truck' });
    expect(truck.items).toMatchObject([{ entityId: here.driverId, full: 2 }]);
  });

  test('movements: nothing of another depot for a clerk, only his truck’s for a driver', async () => {
    const seen = async (call: Call) => (await call('stock.movements', { limit: 200 })).items;
    const all = await seen(edge.admin);
    const clerk = await seen(here.counter);
    expect(clerk.length).toBeLessThan(all.length);
    const places = clerk.flatMap((move) => [move.from, move.to]).filter((place) => place.kind === 'DEPOT');
    expect(places.every((place) => place.id !== otherDepotId)).toBe(true);
    const driver = await seen(here.driver);
    expect(driver.every((move) => [move.from, move.to].some((place) => place.id === here.driverId))).toBe(true);
    expect(driver).toHaveLength(2);
  });
});
