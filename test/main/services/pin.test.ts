import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Counter, openCounter, PIN } from '../../helpers/open-counter.ts';
import { problemOf } from '../../helpers/open-edge-case.ts';
import { type Call, openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';

const PASSWORD = 'correct horse';
const WRONG = { code: 'UNAUTHENTICATED', message: 'User name or PIN is wrong.' };
const DAY_MS = 24 * 60 * 60 * 1000;

let depot: TestConsole;
let counter: Counter;
let clerk: Call;
beforeEach(async () => {
  depot = await openTestConsole();
  counter = await openCounter(depot);
  clerk = (await counter.addUser('COUNTER', 'clerk')).call;
  await counter.addUser('SUPERVISOR', 'super');
});
afterEach(() => depot.remove());

/** Calls with the tokens an answer holds, from a counter. */
function callAs(token: string, device = 'counter-1'): Call {
  return async (verb, input) => {
    const result = await depot.dispatch(verb, input, { token, device, remoteAddress: null, transport: 'ipc' });
    if (!result.ok) throw new Error(result.error.code);
    return result.value as never;
  };
}

async function actionsOf(action: string) {
  return (await counter.admin('audit.list', { action })).items;
}

describe('unlocking', () => {
  test('takes the PIN of whoever is signed in, and is in the audit', async () => {
    expect(await clerk('session.unlock', { pin: PIN })).toMatchObject({ username: 'clerk' });
    expect(await actionsOf('session.unlock')).toMatchObject([{ username: 'clerk', entityNumber: 'clerk' }]);
  });

  test('five wrong PINs stop that person at that counter, not elsewhere, and not the password', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await problemOf(clerk('session.unlock', { pin: '0000' }))).toEqual(WRONG);
    }
    expect((await problemOf(clerk('session.unlock', { pin: PIN }))).code).toBe('LOCKED_OUT');
    const elsewhere = await depot.signIn('clerk', PASSWORD, 'counter-2');
    await elsewhere('session.unlock', { pin: PIN });
    const again = await depot.signIn('clerk', PASSWORD);
    expect((await problemOf(again('session.unlock', { pin: PIN }))).code).toBe('LOCKED_OUT');
    expect(await actionsOf('session.unlock:failed')).toHaveLength(5);
  });

  test('nobody unlocks without a session', async () => {
    expect((await problemOf(depot.anyone('session.unlock', { pin: PIN }))).code).toBe('UNAUTHENTICATED');
  });

  test('a user without a PIN is refused as for a wrong one', async () => {
    const me = await clerk('session.me', {});
    await counter.admin('users.update', { id: me.id, pin: null });
    const again = await depot.signIn('clerk', PASSWORD);
    expect(await problemOf(again('session.unlock', { pin: PIN }))).toEqual(WRONG);
  });
});

describe('changing over to another user', () => {
  test('opens a session for the other one and ends the one before', async () => {
    const answer = await clerk('session.switch', { username: 'SUPER', pin: PIN });
    expect(answer.user).toMatchObject({ username: 'super', role: 'SUPERVISOR' });
    expect(await callAs(answer.access)('session.me', {})).toMatchObject({ username: 'super' });
    expect((await depot.anyone('session.refresh', { refresh: answer.refresh })).access).not.toBe('');
    expect((await problemOf(clerk('session.me', {}))).code).toBe('UNAUTHENTICATED');
    expect(await actionsOf('session.switch')).toMatchObject([
      { username: 'clerk', entityNumber: 'super', before: { username: 'clerk' }, after: { device: 'counter-1' } },
    ]);
  });

  test('a wrong PIN, no PIN, an unknown and an inactive user are all refused alike, and the session goes on', async () => {
    const { id: noPin } = await counter.addUser('COUNTER', 'nopin');
    await counter.admin('users.update', { id: noPin, pin: null });
    const { id: gone } = await counter.addUser('COUNTER', 'gone');
    await counter.admin('users.deactivate', { id: gone });
    const tries = [
      { username: 'super', pin: '0000' },
      { username: 'nopin', pin: PIN },
      { username: 'nobody', pin: PIN },
      { username: 'gone', pin: PIN },
    ];
    for (const input of tries) expect(await problemOf(clerk('session.switch', input))).toEqual(WRONG);
    expect(await actionsOf('session.switch:failed')).toHaveLength(4);
    expect(await clerk('session.me', {})).toMatchObject({ username: 'clerk' });
  });

  test('a PIN opens nothing from nothing: not signed in, signed out, or with a session of another counter', async () => {
    const input = { username: 'super', pin: PIN };
    expect((await problemOf(depot.anyone('session.switch', input))).code).toBe('UNAUTHENTICATED');
    const { access } = await depot.anyone('session.login', { username: 'clerk', password: PASSWORD });
    await expect(callAs(access, 'counter-2')('session.switch', input)).rejects.toThrow('UNAUTHENTICATED');
    await clerk('session.logout', {});
    expect((await problemOf(clerk('session.switch', input))).code).toBe('UNAUTHENTICATED');
    expect(await actionsOf('session.switch')).toEqual([]);
  });

  test('the console’s own operator, who has no session, does not change over either', async () => {
    const caller = { token: null, device: 'here', remoteAddress: null, transport: 'local' } as const;
    const result = await depot.dispatch('session.switch', { username: 'super', pin: PIN }, caller);
    expect(result).toMatchObject({ ok: false, error: { code: 'UNAUTHENTICATED' } });
  });

  test('of two at once from one session, one is let in', async () => {
    const both = [clerk('session.switch', { username: 'super', pin: PIN }), clerk('session.unlock', { pin: PIN })];
    both.push(clerk('session.switch', { username: 'admin', pin: PIN }));
    await Promise.allSettled(both);
    expect(await actionsOf('session.switch')).toHaveLength(1);
  });

  test('by PIN one stays in no longer than the password was good for', async () => {
    const { access } = await clerk('session.switch', { username: 'super', pin: PIN });
    depot.clock.set(new Date(depot.clock.now().getTime() + 7 * 60 * 60 * 1000));
    const back = await callAs(access)('session.switch', { username: 'clerk', pin: PIN });
    depot.clock.set(new Date(depot.clock.now().getTime() + 7 * DAY_MS - 2 * 60 * 60 * 1000));
    expect((await problemOf(depot.anyone('session.refresh', { refresh: back.refresh }))).code).toBe('UNAUTHENTICATED');
  });
});
