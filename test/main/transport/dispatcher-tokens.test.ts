import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTokens } from '../../../src/main/adapters/tokens.ts';
import { type Counter, openCounter } from '../../helpers/open-counter.ts';
import { openTestConsole, SAMPLE_DAY, type TestConsole } from '../../helpers/open-test-console.ts';
import { ask, codeOf, tokensOf } from './dispatcher-calls.ts';

const PASSWORD = 'correct horse';
const HOUR = 60 * 60 * 1000;

let console: TestConsole;
let counter: Counter;
beforeAll(async () => {
  console = await openTestConsole();
  counter = await openCounter(console);
});
afterAll(async () => {
  await console.remove();
});

let people = 0;
let clerk: { id: number; username: string; access: string; refresh: string };
beforeEach(async () => {
  people += 1;
  const username = `clerk${people}`;
  const { id } = await counter.addUser('COUNTER', username);
  clerk = { id, username, ...(await tokensOf(console, username, PASSWORD)) };
});

const asking = (token: string) => codeOf(ask(console, 'session.me', {}, { token }));
const refreshing = (refresh: string) => codeOf(ask(console, 'session.refresh', { refresh }));
const both = async ({ access, refresh }: Pick<typeof clerk, 'access' | 'refresh'>) => [
  await asking(access),
  await refreshing(refresh),
];
const HOLDING = ['ok', 'ok'];
const ENDED = ['UNAUTHENTICATED', 'UNAUTHENTICATED'];

describe('an access token', () => {
  test('is of who signed in, for 8 hours', async () => {
    expect(await ask(console, 'session.me', {}, { token: clerk.access })).toMatchObject({
      ok: true,
      value: { username: clerk.username },
    });
    console.clock.set(new Date(SAMPLE_DAY.getTime() + 8 * HOUR));
    expect(await both(clerk)).toEqual(['UNAUTHENTICATED', 'ok']);
    console.clock.set(SAMPLE_DAY);
  });

  test('is not to be had with another one, nor the other way round', async () => {
    expect(await asking(clerk.refresh)).toBe('UNAUTHENTICATED');
    expect(await refreshing(clerk.access)).toBe('UNAUTHENTICATED');
  });

  test('signed by somebody else, or by us for a session that is not his, is nobody’s', async () => {
    const sid = (JSON.parse(Buffer.from(clerk.access.split('.')[1] ?? '', 'base64url').toString()) as { sid: string })
      .sid;
    const forged = createTokens(new Uint8Array(32));
    expect(await asking(await forged.issue('access', { userId: clerk.id, sessionId: sid }, SAMPLE_DAY))).toBe(
      'UNAUTHENTICATED',
    );
    const [header, payload, signature] = clerk.access.split('.');
    const other = Buffer.from(payload ?? '', 'base64url')
      .toString()
      .replace(`"${clerk.id}"`, '"1"');
    expect(other).toContain('"sub":"1"');
    expect(await asking([header, Buffer.from(other).toString('base64url'), signature].join('.'))).toBe(
      'UNAUTHENTICATED',
    );
  });
});

describe('a refresh token', () => {
  test('gives access tokens for 7 days', async () => {
    console.clock.set(new Date(SAMPLE_DAY.getTime() + 7 * 24 * HOUR - 1000));
    const renewed = await ask(console, 'session.refresh', { refresh: clerk.refresh });
    const { access } = (renewed as { value: { access: string } }).value;
    expect(await asking(access)).toBe('ok');
    console.clock.set(new Date(SAMPLE_DAY.getTime() + 7 * 24 * HOUR));
    expect(await refreshing(clerk.refresh)).toBe('UNAUTHENTICATED');
    expect(await asking(access)).toBe('UNAUTHENTICATED');
    console.clock.set(SAMPLE_DAY);
  });

  test('writes nothing: renewing is no change', async () => {
    const rows = async () => (await counter.admin('audit.verify', {})).rows;
    const before = await rows();
    expect(await refreshing(clerk.refresh)).toBe('ok');
    expect(await rows()).toBe(before);
  });
});

describe('a session ends', () => {
  test('when one signs out, there and not elsewhere', async () => {
    const elsewhere = await tokensOf(console, clerk.username, PASSWORD, 'counter-2');
    expect(await codeOf(ask(console, 'session.logout', {}, { token: clerk.access }))).toBe('ok');
    expect(await both(clerk)).toEqual(ENDED);
    expect(await both(elsewhere)).toEqual(HOLDING);
  });

  test('everywhere else, when one changes one’s password', async () => {
    const elsewhere = await tokensOf(console, clerk.username, PASSWORD, 'counter-2');
    const change = { currentPassword: PASSWORD, newPassword: 'battery staple' };
    expect(await codeOf(ask(console, 'session.changePassword', change, { token: clerk.access }))).toBe('ok');
    expect(await both(elsewhere)).toEqual(ENDED);
    expect(await both(clerk)).toEqual(HOLDING);
    expect(await codeOf(ask(console, 'session.login', { username: clerk.username, password: PASSWORD }))).toBe(
      'UNAUTHENTICATED',
    );
  });

  test.each([
    { what: 'is given another password', change: { password: 'battery staple' } },
    { what: 'is given another role', change: { role: 'DRIVER' as const } },
    { what: 'loses access', change: { isActive: false } },
  ])('when the user $what', async ({ change }) => {
    await counter.admin('users.update', { id: clerk.id, ...change });
    expect(await both(clerk)).toEqual(ENDED);
  });

  test('when the user is taken away, and does not come back with the user', async () => {
    await counter.admin('users.deactivate', { id: clerk.id });
    expect(await both(clerk)).toEqual(ENDED);
    await counter.admin('users.update', { id: clerk.id, isActive: true });
    expect(await both(clerk)).toEqual(ENDED);
  });

  test('but not when a name is corrected', async () => {
    await counter.admin('users.update', { id: clerk.id, fullName: 'Clerk, corrected' });
    expect(await both(clerk)).toEqual(HOLDING);
  });
});

test('who is signed in stays so over a restart', async () => {
  const before = clerk;
  console = await console.reopen();
  expect(await both(before)).toEqual(HOLDING);
});
