import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EdgeCase, openEdgeCase } from '../../helpers/open-edge-case.ts';
import { type Call, requestId } from '../../helpers/open-test-console.ts';

let edge: EdgeCase;
beforeEach(async () => {
  edge = await openEdgeCase();
});
afterEach(() => edge.console.remove());

async function pay(call: Call, method: 'CASH' | 'PAYNOW', amount: string): Promise<void> {
  await call('payments.create', { requestId: requestId(), customerId: edge.customerK.id, method, amount });
}

test('each of the last days is there, with what was taken by each method', async () => {
  await pay(edge.admin, 'CASH', '10.00');
  edge.console.clock.set(new Date('2026-01-22T01:00:00.000Z'));
  const admin = await edge.console.signIn('admin', 'correct horse');
  await pay(admin, 'CASH', '20.50');
  await pay(admin, 'CASH', '1.50');
  await pay(admin, 'PAYNOW', '100.00');
  const { items } = await admin('reports.takings', { days: 3 });
  expect(items).toEqual([
    { date: '2026-01-20', total: '10.00', byMethod: [{ method: 'CASH', amount: '10.00' }] },
    { date: '2026-01-21', total: '0.00', byMethod: [] },
    {
      date: '2026-01-22',
      total: '122.00',
      byMethod: [
        { method: 'CASH', amount: '22.00' },
        { method: 'PAYNOW', amount: '100.00' },
      ],
    },
  ]);
  expect((await admin('reports.takings', {})).items).toHaveLength(14);
});

test('clerks see what their depot took, drivers what they took themselves', async () => {
  const clerk = await edge.addUser('COUNTER', 'counter1');
  const driver = await edge.addUser('DRIVER', 'driver1');
  await pay(clerk.call, 'CASH', '10.00');
  await pay(driver.call, 'CASH', '2.00');
  await pay(edge.admin, 'CASH', '5.00');
  const { id: depotId } = await edge.admin('depots.create', { code: 'OTHER', name: 'Other', address: '' });
  const other = { username: 'counter2', fullName: 'Two', employeeId: 'E2', role: 'COUNTER', depotId } as const;
  await edge.admin('users.create', { ...other, password: 'correct horse' });
  const totalOf = async (call: Call) => (await call('reports.takings', { days: 1 })).items[0]?.total;
  expect(await totalOf(edge.admin)).toBe('17.00');
  expect(await totalOf(clerk.call)).toBe('17.00');
  expect(await totalOf(await edge.console.signIn('counter2', 'correct horse'))).toBe('0.00');
  expect(await totalOf(driver.call)).toBe('2.00');
});
