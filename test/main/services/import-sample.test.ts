import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Call, openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';

const PASSWORD = 'four walls and a scale';
const COMPANY = { name: 'Tan Gas', address: '1 Own Road', postalCode: '123456' };

let depot: TestConsole;
beforeEach(async () => {
  depot = await openTestConsole();
});
afterEach(() => depot.remove());

/** A depot set up by hand, with names of its own. */
async function setUp(employeeId: string): Promise<Call> {
  await depot.anyone('setup.create', {
    company: COMPANY,
    siteCode: 'TG1',
    depot: { code: 'YARD', name: 'Tan’s yard', address: '' },
    admin: { username: 'tan', fullName: 'Tan Ah Kow', employeeId, password: PASSWORD },
  });
  return depot.signIn('tan', PASSWORD);
}

describe('the sample in a depot with a name of its own', () => {
  test('fills that depot’s yard, and leaves company and administrator alone', async () => {
    const admin = await setUp('A1');
    const { created, oneTimePasswords } = await admin('imports.sample', {});
    expect(created).toMatchObject({ depots: 2, users: 7, equipment: 7, customers: 48, rates: 85, opening: 110 });
    expect(oneTimePasswords.map(({ username }) => username)).not.toContain('admin');
    const { company } = await admin('settings.get', {});
    expect(company).toMatchObject({ ...COMPANY, siteCode: 'TG1' });
    const { items: depots } = await admin('depots.list', { kind: 'OWN' });
    expect(depots.map(({ code }) => code)).toEqual(['YARD']);
    const place = { entity: 'depot' as const, entityId: depots[0]?.id ?? 0 };
    const { items: stock } = await admin('inventories.list', place);
    const { items: goods } = await admin('equipment.list', { search: 'CYL-14' });
    expect(stock.find(({ equipmentId }) => equipmentId === goods[0]?.id)).toMatchObject({ full: 266, empty: 50 });
    expect(await admin('audit.verify', {})).toMatchObject({ ok: true });
    const { items: rows } = await admin('audit.list', { action: 'customers.create', limit: 1 });
    expect(rows[0]?.username).toBe('tan');
  });

  test('leaves out whoever has the number of somebody who is here', async () => {
    const admin = await setUp('E003');
    const { oneTimePasswords } = await admin('imports.sample', {});
    const usernames = oneTimePasswords.map(({ username }) => username);
    expect(usernames).toEqual(['super1', 'counter2', 'driver1', 'driver2', 'driver3', 'audit1']);
  });
});

test('goods of one’s own keep the sample out, and nothing of it is written', async () => {
  const admin = await setUp('A1');
  await admin('equipment.create', { name: 'CYL 5 kg', sku: 'CYL-5', equipmentType: 'CYLINDER', listPrice: '10.00' });
  await expect(admin('imports.sample', {})).rejects.toMatchObject({
    problem: {
      code: 'INVALID_STATE',
      message: 'There are goods or customers in these books already: the sample is for a console without any.',
    },
  });
  expect((await admin('customers.list', {})).items).toEqual([]);
});

test('only an administrator may bring it in', async () => {
  const admin = await setUp('A1');
  await admin('users.create', {
    username: 'super',
    fullName: 'Super Visor',
    employeeId: 'A2',
    role: 'SUPERVISOR',
    password: PASSWORD,
  });
  const supervisor = await depot.signIn('super', PASSWORD);
  await expect(supervisor('imports.sample', {})).rejects.toMatchObject({ problem: { code: 'FORBIDDEN' } });
  await expect(depot.anyone('imports.sample', {})).rejects.toMatchObject({ problem: { code: 'UNAUTHENTICATED' } });
});
