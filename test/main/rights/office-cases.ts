import { type Call, requestId } from '../../helpers/open-test-console.ts';
import { can, type Case, type Situation } from './case.ts';
import { PASSWORD, PIN } from './prepared-depots.ts';
import { ANYONE } from './table.ts';

/** A session to spend: the person signs in once more. */
async function inOwnSession({ ground, caller }: Situation): Promise<Call> {
  return caller.username === undefined ? caller.call : ground.console.signIn(caller.username, PASSWORD);
}

async function freshUser({ ground }: Situation): Promise<number> {
  const name = ground.fresh();
  const fields = { username: name, fullName: name, employeeId: name, role: 'COUNTER' as const, password: PASSWORD };
  return (await ground.admin('users.create', fields)).id;
}

const SETUP = {
  company: { name: 'HSH', address: '8 Sample Link', postalCode: '416180' },
  siteCode: 'KB2',
  depot: { code: 'X', name: 'X' },
  admin: { username: 'second', fullName: 'Second', employeeId: 'E9', password: PASSWORD },
};

const HOUSE = 'users, company, tax, printers, mail, restore';
const AUDIT = 'audit, verify';
const SESSION = "one's own session";
const DRAFTS = "one's own half-typed forms";

/** Everything that is no goods and no money: people, the house, the audit. */
export const OFFICE: readonly Case[] = [
  can(ANYONE, 'setup.status', () => ({})),
  can(ANYONE, 'setup.create', () => SETUP, { endsIn: 'INVALID_STATE' }),
  can(ANYONE, 'system.health', () => ({})),
  can(ANYONE, 'session.login', ({ ground }) => ({ username: ground.people.DRIVER.username, password: PASSWORD })),
  can(ANYONE, 'session.refresh', async ({ ground }) => {
    const { username } = ground.people.AUDITOR;
    const { refresh } = await ground.console.anyone('session.login', { username, password: PASSWORD });
    return { refresh };
  }),
  can(SESSION, 'session.me', () => ({})),
  can(SESSION, 'session.logout', () => ({}), { asWhom: inOwnSession }),
  can(SESSION, 'session.unlock', () => ({ pin: PIN })),
  can(SESSION, 'session.switch', ({ ground }) => ({ username: ground.people.COUNTER.username, pin: PIN }), {
    asWhom: inOwnSession,
  }),
  can(SESSION, 'session.changePassword', () => ({ currentPassword: PASSWORD, newPin: '4821' })),
  can(DRAFTS, 'drafts.get', () => ({ kind: 'sale' })),
  can(DRAFTS, 'drafts.save', () => ({ kind: 'sale', postsAs: requestId(), content: '{}' })),
  can(DRAFTS, 'drafts.remove', () => ({ kind: 'sale' })),
  can(HOUSE, 'users.create', ({ ground }) => {
    const name = ground.fresh();
    return { username: name, fullName: name, employeeId: name, role: 'COUNTER', password: PASSWORD };
  }),
  can(HOUSE, 'users.update', async (situation) => ({ id: await freshUser(situation), fullName: 'Renamed' })),
  can(HOUSE, 'users.deactivate', async (situation) => ({ id: await freshUser(situation) })),
  can('read users', 'users.list', () => ({})),
  can('read users', 'users.get', ({ ground }) => ({ id: ground.people.COUNTER.id })),
  can(HOUSE, 'depots.create', ({ ground }) => ({ code: ground.fresh(), name: 'New', address: '' })),
  can(HOUSE, 'depots.update', ({ side }) => ({ id: side.depotId, address: '8 Sample Link' }), { concerns: 'depot' }),
  can(HOUSE, 'depots.deactivate', async ({ ground }) => ({
    id: (await ground.admin('depots.create', { code: ground.fresh(), name: 'Old', address: '' })).id,
  })),
  can(HOUSE, 'settings.update', () => ({ tax: { cashRounding: true } }), { what: 'tax' }),
  can(HOUSE, 'settings.update', () => ({ company: { name: 'HSH LPG Pte Ltd' } }), { what: 'company' }),
  can(HOUSE, 'system.rebuild', () => ({})),
  can(HOUSE, 'imports.run', () => ({ files: {}, dryRun: true })),
  can(HOUSE, 'imports.sample', () => ({}), { endsIn: 'INVALID_STATE' }),
  can(AUDIT, 'audit.list', () => ({})),
  can(AUDIT, 'audit.get', ({ ground }) => ({ id: ground.auditId })),
  can(AUDIT, 'audit.verify', () => ({})),
  can(AUDIT, 'stock.check', () => ({})),
];
