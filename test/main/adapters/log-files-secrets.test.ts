import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WireInput } from '../../../src/shared/contract/index.ts';
import { type Counter, openCounter } from '../../helpers/open-counter.ts';
import { openTestConsole, requestId, type TestConsole } from '../../helpers/open-test-console.ts';

/** Nothing of them can be in a log by chance. */
const SECRETS = {
  password: 'zebra-Passw0rd-Kq83',
  newPassword: 'heron-Passw0rd-Vt29',
  pin: '90417365',
  newPin: '81630594',
  wrongPin: '70259481',
  mail: 'mdm.zulaikha@warung.example.sg',
  otherMail: 'orders@kopi-lim.example.sg',
};

let depot: TestConsole;
let counter: Counter;
let token: string;
beforeEach(async () => {
  depot = await openTestConsole();
  counter = await openCounter(depot);
  await counter.addUser('COUNTER', 'clerk');
  ({ access: token } = await depot.anyone('session.login', { username: 'clerk', password: 'correct horse' }));
});
afterEach(() => depot.remove());

const logs = () => path.join(depot.dataDir, 'logs');
const everything = () => readdirSync(logs()).map((name) => readFileSync(path.join(logs(), name), 'utf8'));

/** The worst that can happen: the books refuse a row, and say everything that is in it. */
function spoil(): void {
  const db = new Database(path.join(depot.dataDir, 'depot.db'));
  db.exec(`
    CREATE TRIGGER tell_customer BEFORE INSERT ON customers
      BEGIN SELECT RAISE(ABORT, 'no customer ' || NEW.name || ' with ' || NEW.email || '!'); END;
    CREATE TRIGGER tell_customer_change BEFORE UPDATE ON customers
      BEGIN SELECT RAISE(ABORT, 'params: ' || NEW.email || ' for ' || OLD.email); END;
    CREATE TRIGGER tell_user BEFORE INSERT ON users
      BEGIN SELECT RAISE(ABORT, 'no user ' || NEW.username || ' ' || NEW.password_hash || NEW.pin_hash); END;
    CREATE TRIGGER tell_user_change BEFORE UPDATE ON users
      BEGIN SELECT RAISE(ABORT, 'no change to ' || NEW.password_hash || ' ' || NEW.pin_hash); END;
    CREATE TRIGGER tell_session BEFORE INSERT ON sessions BEGIN SELECT RAISE(ABORT, 'no session ' || NEW.id); END;
    ALTER TABLE sign_in_failures RENAME TO gone;`);
  db.close();
}

/** Calls that hold every kind of secret; whatever they answer. @returns the codes of the problems */
async function callEverything(): Promise<string[]> {
  const { password, newPassword, pin, newPin, wrongPin, mail, otherMail } = SECRETS;
  const customer = { name: 'Zulaikha', address: '1 Road', postalCode: '123456', email: mail };
  const user: WireInput<'users.create'> = {
    username: 'newone',
    fullName: 'New One',
    employeeId: 'E77',
    role: 'COUNTER',
    depotId: counter.depotId,
    password,
    pin,
  };
  const calls: [string, unknown][] = [
    ['customers.create', { ...customer, code: 'Z1' }],
    ['customers.update', { id: 1, email: otherMail }],
    ['customers.create', { ...customer, code: 'Z2', phone: 5 }],
    ['customers.list', { search: mail }],
    ['users.create', user],
    ['users.create', { ...user, requestId: requestId(), role: newPassword }],
    ['users.update', { id: 2, password: newPassword, pin: newPin }],
    ['session.login', { username: 'newone', password }],
    ['session.login', { username: 'newone', password: newPassword, pin }],
    ['session.changePassword', { currentPassword: password, newPassword, newPin }],
    ['session.unlock', { pin: wrongPin }],
    ['session.switch', { username: 'newone', pin }],
    ['session.refresh', { refresh: token }],
    ['depots.create', { code: 'X', name: 'X', approval: { username: 'newone', pin: wrongPin, reason: 'because' } }],
    ['imports.run', { files: { 'customers.csv': `code,name,email\nC1,Zul,${mail}\n` } }],
    [`session.${password}`, { [pin]: mail }],
  ];
  const codes: string[] = [];
  const admin = await depot.anyone('session.login', { username: 'admin', password: 'correct horse' }).catch(() => null);
  for (const [verb, input] of calls) {
    for (const caller of [token, admin?.access ?? null, `${token}x`]) {
      const who = { token: caller, device: 'counter-1', remoteAddress: '10.0.0.7', transport: 'http' } as const;
      const result = await depot.dispatch(verb, input, who);
      if (!result.ok) codes.push(result.error.code);
    }
  }
  return codes;
}

function expectNoSecret(): void {
  const text = everything().join('');
  for (const secret of [...Object.values(SECRETS), 'correct horse', token, 'scrypt$', 'eyJ', 'example.sg']) {
    expect(text).not.toContain(secret);
  }
  for (const line of text.split('\n').filter(Boolean)) expect(() => JSON.parse(line) as unknown).not.toThrow();
}

test('no password, PIN, token or mail address is in a log when all goes well or is refused', async () => {
  const codes = await callEverything();
  expect(new Set(codes)).toContain('UNAUTHENTICATED');
  expect(codes).not.toContain('UNEXPECTED');
  expectNoSecret();
});

test('nor when the books break and say what they were given', async () => {
  await counter.addCustomer({ email: SECRETS.mail });
  const admin = await depot.anyone('session.login', { username: 'admin', password: 'correct horse' });
  spoil();
  const mailed = { id: 1, email: SECRETS.otherMail };
  const who = { token: admin.access, device: 'counter-1', remoteAddress: null, transport: 'http' } as const;
  expect(await depot.dispatch('customers.update', mailed, who)).toMatchObject({ error: { code: 'UNEXPECTED' } });
  const codes = await callEverything();
  expect(codes.filter((code) => code === 'UNEXPECTED').length).toBeGreaterThan(5);
  expectNoSecret();
  expect(everything().join('')).toContain('no customer');
});

test('a create is logged with the status it answers', async () => {
  await counter.addCustomer();
  const lines = readFileSync(path.join(logs(), 'requests.log'), 'utf8').trim().split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ verb: 'customers.create', status: 201 });
});
