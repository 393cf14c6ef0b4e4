import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { Verb } from '../../../shared/contract/index.ts';
import type { Result } from '../../../shared/errors.ts';
import { saysConsole } from './own-origin.ts';
import type { HttpContext } from './types.ts';

/*
 * The console in a browser never holds its tokens: a script that got into the page could carry them away. They live in
 * cookies scripts cannot read. Integrators do not say `X-Depot-Console` and get their tokens in the answer.
 */

const ACCESS = { name: 'depot_session', path: '/api' } as const;
/** Sent to one address only: an access token ends with the day, this one does not. */
const REFRESH = { name: 'depot_refresh', path: '/api/token/refresh' } as const;

/** Verbs that set or remove the cookies. */
const SESSION_VERBS: ReadonlySet<Verb> = new Set([
  'session.login',
  'session.switch',
  'session.refresh',
  'session.logout',
]);

const tokens = z.looseObject({ access: z.string(), refresh: z.string().optional() });

export interface Credentials {
  token: string | null;
  isCookie: boolean;
}

/** The access token of a request. What a program says explicitly wins over what a browser sends by itself. */
export function credentialsOf(c: HttpContext): Credentials {
  const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, isCookie: false };
  const cookie = getCookie(c, ACCESS.name);
  return cookie ? { token: cookie, isCookie: true } : { token: null, isCookie: false };
}

/** Whether a request reads or sets the console's cookies: it must come from the console's own pages. */
export function touchesCookies(c: HttpContext, verb: Verb, credentials: Credentials): boolean {
  const isUnsafe = c.req.method !== 'GET' && c.req.method !== 'HEAD';
  return (isUnsafe && credentials.isCookie) || (saysConsole(c) && isSessionVerb(verb));
}

/**
 * What the dispatcher is given: the console's `session.refresh` comes without the token, which is in the cookie.
 * Refuses with UNAUTHENTICATED when there is none.
 */
export function withRefreshToken(
  c: HttpContext,
  verb: Verb,
  input: Record<string, unknown>,
): Result<Record<string, unknown>> {
  if (verb !== 'session.refresh' || !saysConsole(c) || input['refresh']) return { ok: true, value: input };
  const refresh = getCookie(c, REFRESH.name);
  if (refresh) return { ok: true, value: { ...input, refresh } };
  return { ok: false, error: { code: 'UNAUTHENTICATED', message: 'Please sign in.' } };
}

/** Moves the tokens of a console's sign-in or refresh into cookies, and removes them when the session has ended. */
export function keepTokens(c: HttpContext, verb: Verb, result: Result<unknown>): Result<unknown> {
  if (!saysConsole(c) || !isSessionVerb(verb)) return result;
  if (verb === 'session.logout') return forget(c, result);
  if (!result.ok)
    return verb === 'session.refresh' && result.error.code === 'UNAUTHENTICATED' ? forget(c, result) : result;
  const value = tokens.parse(result.value);
  keep(c, ACCESS, value.access);
  if (value.refresh === undefined) return { ok: true, value: { ...value, access: '' } };
  keep(c, REFRESH, value.refresh);
  return { ok: true, value: { ...value, access: '', refresh: '' } };
}

function isSessionVerb(verb: Verb): boolean {
  return SESSION_VERBS.has(verb);
}

function keep(c: HttpContext, { name, path }: { name: string; path: string }, token: string): void {
  setCookie(c, name, token, { path, httpOnly: true, sameSite: 'Strict', secure: c.req.url.startsWith('https:') });
}

function forget(c: HttpContext, result: Result<unknown>): Result<unknown> {
  for (const { name, path } of [ACCESS, REFRESH]) deleteCookie(c, name, { path });
  return result;
}
