import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { everythingKept } from '../../helpers/everything-kept.ts';
import { openTestConsole, requestId, type TestConsole } from '../../helpers/open-test-console.ts';
import { ask, codeOf, tokensOf } from './dispatcher-calls.ts';

/** No digit of them can be there by chance. */
const SECRET = {
  admin: 'adminPassw0rd-Wq71',
  adminPin: '73950284',
  clerk: 'clerkPassw0rd-Zx38',
  clerkPin: '61847305',
  changed: 'changedPassw0rd-Lm52',
  changedPin: '90418263',
  guess: 'guessedPassw0rd-Tr64',
  guessedPin: '55027391',
};

let console: TestConsole;
let adminId = 0;
beforeEach(async () => {
  console = await openTestConsole();
  const { userId } = await console.anyone('setup.create', {
    requestId: requestId(),
    company: { name: 'HSH LPG', address: '8 Sample Link', postalCode: '416180' },
    siteCode: 'KB1',
    depot: { code: 'HSHKB', name: 'Kaki Bukit' },
    admin: { username: 'admin', fullName: 'Ana', employeeId: 'E1', password: SECRET.admin, pin: SECRET.adminPin },
  });
  adminId = userId;
});
afterEach(async () => {
  await console.remove();
});

describe('the log of calls', () => {
  test('has a line for each: verb, user, status, time taken and address, and nothing else', async () => {
    const { access: token } = await tokensOf(console, 'admin', SECRET.admin);
    await ask(console, 'depots.list', { search: 'Kaki' }, { token, remoteAddress: null });
    await ask(console, 'depots.get', { id: 99 }, { token });
    await ask(console, 'depots.get', { id: 1 });
    await ask(console, 'no.such; verb\n', {}, { token });
    const text = readFileSync(path.join(console.dataDir, 'logs', 'requests.log'), 'utf8');
    const lines = text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const remoteAddress = '10.0.0.7';
    const any = { level: 30, time: expect.any(String) as string, milliseconds: expect.any(Number) as number };
    expect(lines).toEqual([
      { ...any, verb: 'session.login', userId: null, status: 200, remoteAddress },
      { ...any, verb: 'depots.list', userId: adminId, status: 200, remoteAddress: null },
      { ...any, verb: 'depots.get', userId: adminId, status: 404, remoteAddress },
      { ...any, verb: 'depots.get', userId: null, status: 401, remoteAddress },
      { ...any, verb: 'unknown', userId: null, status: 404, remoteAddress },
    ]);
    expect(lines.every(({ milliseconds }) => Number(milliseconds) >= 0)).toBe(true);
  });
});

test('no password, PIN or token is kept anywhere, whatever was done with them', async () => {
  const { access, refresh } = await tokensOf(console, 'admin', SECRET.admin);
  const as = (token: string) => ({ token });
  const clerk = {
    username: 'clerk1',
    fullName: 'Clerk One',
    employeeId: 'E2',
    role: 'COUNTER',
    depotId: 1,
    password: SECRET.clerk,
    pin: SECRET.clerkPin,
  };
  const approval = (pin: string) => ({ username: 'admin', pin, reason: 'counted twice' });
  const count = { entity: 'depot', entityId: 1, equipmentId: 1, condition: 'FULL', quantity: 3, reason: 'counted' };
  const cylinder = { name: 'CYL 14 kg', sku: 'CYL-14', equipmentType: 'CYLINDER' };

  const done = [
    await codeOf(ask(console, 'users.create', { ...clerk, requestId: requestId() }, as(access))),
    await codeOf(ask(console, 'equipment.create', cylinder, as(access))),
  ];
  const counter = await tokensOf(console, 'clerk1', SECRET.clerk);
  const approved = { ...count, requestId: requestId() };
  const change = { currentPassword: SECRET.clerk, newPassword: SECRET.changed, requestId: requestId() };
  done.push(
    await codeOf(
      ask(console, 'inventories.update', { ...approved, approval: approval(SECRET.adminPin) }, as(counter.access)),
    ),
    await codeOf(ask(console, 'session.changePassword', change, as(counter.access))),
    await codeOf(ask(console, 'users.update', { id: 2, pin: SECRET.changedPin, requestId: requestId() }, as(access))),
    await codeOf(ask(console, 'session.refresh', { refresh })),
  );
  expect(done).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);

  // The new PIN has ended the clerk's session.
  const again = await tokensOf(console, 'clerk1', SECRET.changed);
  const refused = [
    await codeOf(ask(console, 'session.login', { username: 'admin', password: SECRET.guess })),
    await codeOf(ask(console, 'session.login', { username: 'ghost', password: SECRET.guess })),
    await codeOf(ask(console, 'session.login', { username: 'admin', password: SECRET.guess, pin: SECRET.guessedPin })),
    await codeOf(ask(console, 'session.refresh', { refresh: `${refresh}x` })),
    await codeOf(ask(console, 'users.create', { ...clerk, pin: SECRET.guessedPin }, as(access))),
    await codeOf(ask(console, 'users.create', { ...clerk, password: SECRET.guess, role: 'KING' }, as(access))),
    await codeOf(ask(console, 'users.create', { ...clerk, password: SECRET.guess }, as(again.access))),
    await codeOf(
      ask(
        console,
        'inventories.update',
        { ...count, requestId: requestId(), approval: approval(SECRET.guessedPin) },
        as(again.access),
      ),
    ),
    await codeOf(ask(console, SECRET.guess, {}, as(access))),
  ];
  expect(refused).toEqual([
    'UNAUTHENTICATED',
    'UNAUTHENTICATED',
    'VALIDATION',
    'UNAUTHENTICATED',
    'CONFLICT',
    'VALIDATION',
    'FORBIDDEN',
    'UNAUTHENTICATED',
    'NOT_FOUND',
  ]);

  await console.close();
  const kept = everythingKept(console.dataDir);
  const secrets = [...Object.values(SECRET), access, refresh, counter.access, again.access, again.refresh];
  expect(secrets.filter((secret) => kept.includes(secret) || kept.includes(secret.split('.')[2] ?? secret))).toEqual(
    [],
  );
  for (const known of ['clerk1', 'ghost', 'users.create:refused', 'approval:failed']) expect(kept).toContain(known);
  console = await openTestConsole(console.dataDir);
});
