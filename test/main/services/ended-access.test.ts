import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Counter, openCounter } from '../../helpers/open-counter.ts';
import { problemOf } from '../../helpers/open-edge-case.ts';
import { openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';

let depot: TestConsole;
let counter: Counter;
let clerk: Awaited<ReturnType<Counter['addUser']>>;
beforeEach(async () => {
  depot = await openTestConsole();
  counter = await openCounter(depot);
  clerk = await counter.addUser('COUNTER', 'clerk');
});
afterEach(() => depot.remove());

test.each([
  ['a new PIN', { pin: '9753' }],
  ['a new password', { password: 'battery staple' }],
  ['another role', { role: 'AUDITOR' as const }],
  ['taking access away', { isActive: false }],
])('%s ends the sessions that were open', async (_name, change) => {
  await clerk.call('session.me', {});
  await counter.admin('users.update', { id: clerk.id, ...change });
  expect((await problemOf(clerk.call('session.me', {}))).code).toBe('UNAUTHENTICATED');
});

test('a sign-in that was running when the password was changed opens nothing', async () => {
  const signIn = depot.anyone('session.login', { username: 'clerk', password: 'correct horse' });
  const change = counter.admin('users.update', { id: clerk.id, password: 'battery staple' });
  const [opened] = await Promise.allSettled([signIn, change]);
  const stillOpen = opened.status === 'fulfilled' ? opened.value.access : null;
  const asked = { token: stillOpen, device: 'counter-1', remoteAddress: null, transport: 'ipc' } as const;
  expect(await depot.dispatch('session.me', {}, asked)).toMatchObject({
    ok: false,
    error: { code: 'UNAUTHENTICATED' },
  });
});

test('what somebody typed as a user name is kept only if it is one', async () => {
  await problemOf(depot.anyone('session.login', { username: 'my-secret-password', password: 'x' }));
  const { items } = await counter.admin('audit.list', { action: 'session.login:failed' });
  expect(items).toMatchObject([{ entityNumber: null }]);
});
