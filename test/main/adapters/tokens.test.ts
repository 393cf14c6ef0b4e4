import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { createTokens } from '../../../src/main/adapters/tokens.ts';

const KEY = new Uint8Array(32).fill(7);
const NOW = new Date('2026-01-20T01:00:00.000Z');
const CLAIMS = { userId: 12, sessionId: '6f1c2a9e-6c5b-4c43-9d0f-0a4a0b8f6d11' };
const HOUR = 60 * 60 * 1000;

const tokens = createTokens(KEY);
const after = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

/** What somebody else might sign, who knows how our tokens look. */
const forge = (alg = 'HS256') =>
  new SignJWT({ sid: CLAIMS.sessionId })
    .setProtectedHeader({ alg })
    .setIssuer('depot-console')
    .setAudience('access')
    .setSubject('12')
    .setIssuedAt(NOW)
    .setExpirationTime(after(HOUR));

describe('a token', () => {
  test('says whose it is and of which session, and nothing else of the person', async () => {
    const token = await tokens.issue('access', CLAIMS, NOW);
    expect(await tokens.read('access', token, NOW)).toEqual(CLAIMS);
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(Object.keys(payload as object).toSorted()).toEqual(['aud', 'exp', 'iat', 'iss', 'sid', 'sub']);
  });

  test.each([
    { kind: 'access', hours: 8 },
    { kind: 'refresh', hours: 7 * 24 },
  ] as const)('for $kind holds $hours hours and not a second longer', async ({ kind, hours }) => {
    const token = await tokens.issue(kind, CLAIMS, NOW);
    expect(await tokens.read(kind, token, after(hours * HOUR - 1000))).toEqual(CLAIMS);
    expect(await tokens.read(kind, token, after(hours * HOUR))).toBeNull();
  });

  test('of one kind is not one of the other', async () => {
    const [access, refresh] = [await tokens.issue('access', CLAIMS, NOW), await tokens.issue('refresh', CLAIMS, NOW)];
    expect(await tokens.read('refresh', access, NOW)).toBeNull();
    expect(await tokens.read('access', refresh, NOW)).toBeNull();
  });
});

describe('a forged token', () => {
  test('is one that would hold if our key had signed it', async () => {
    expect(await tokens.read('access', await forge().sign(KEY), NOW)).toEqual(CLAIMS);
  });

  test('signed with another key is nobody’s', async () => {
    expect(await tokens.read('access', await forge().sign(new Uint8Array(32).fill(8)), NOW)).toBeNull();
  });

  test('with another person written in is nobody’s', async () => {
    const [header, , signature] = (await tokens.issue('access', CLAIMS, NOW)).split('.');
    const other = await forge().setSubject('1').sign(new Uint8Array(32));
    expect(await tokens.read('access', [header, other.split('.')[1], signature].join('.'), NOW)).toBeNull();
  });

  test('without a signature is nobody’s', async () => {
    const bare = new UnsecuredJWT({ sid: CLAIMS.sessionId }).setIssuer('depot-console').setAudience('access');
    const token = bare.setSubject('12').setExpirationTime(after(HOUR)).encode();
    expect(await tokens.read('access', token, NOW)).toBeNull();
  });

  test('signed another way is nobody’s', async () => {
    const token = await forge('HS512').sign(new Uint8Array(64).fill(7));
    expect(await createTokens(new Uint8Array(64).fill(7)).read('access', token, NOW)).toBeNull();
  });

  test('of another issuer is nobody’s', async () => {
    expect(await tokens.read('access', await forge().setIssuer('another').sign(KEY), NOW)).toBeNull();
  });

  test.each(['0', '-1', 'admin', ''])('of user %j is nobody’s', async (subject) => {
    expect(await tokens.read('access', await forge().setSubject(subject).sign(KEY), NOW)).toBeNull();
  });

  test.each(['', 'a', 'a.b.c', '..', 'x'.repeat(100_000)])('that is no token at all is nobody’s', async (text) => {
    expect(await tokens.read('access', text, NOW)).toBeNull();
  });
});
