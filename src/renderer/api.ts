import type { Definition } from '../shared/contract/define.ts';
import { contract, type Verb, type WireInput, type WireOutput } from '../shared/contract/index.ts';
import type { Result } from '../shared/errors.ts';
import { ApiProblem, offline, problemOfBody } from './api-problem.ts';
import { httpRequestOf } from './http-request.ts';

/** What the preload script of the desktop window exposes. A browser has none and talks HTTP. */
interface DepotBridge {
  invoke(verb: string, input: unknown): Promise<Result<unknown>>;
}

declare global {
  interface Window {
    depot?: DepotBridge;
  }
}

/**
 * Asks the host for one verb. The only way from the screens to the data.
 *
 * Secrets never come here: over HTTP the host keeps the tokens in HttpOnly cookies, in the desktop window it keeps them
 * itself. When the access token has run out it is renewed once and the call repeated.
 *
 * @throws {ApiProblem} whatever the host refuses, and OFFLINE when it does not answer.
 */
export async function call<V extends Verb>(verb: V, input: WireInput<V>): Promise<WireOutput<V>> {
  let result = await send(verb, input);
  if (isSignedOut(verb, input, result) && (await renewSession())) result = await send(verb, input);
  if (result.ok) return result.value as WireOutput<V>;
  if (isSignedOut(verb, input, result)) for (const tell of signedOutListeners) tell();
  throw new ApiProblem(result.error);
}

const signedOutListeners = new Set<() => void>();

/** Calls back whenever the host no longer knows who is asking. */
export function onSignedOut(listener: () => void): void {
  signedOutListeners.add(listener);
}

const heardListeners = new Set<(isThere: boolean) => void>();

/** Tells after each call whether the host answered at all. */
export function onHostHeard(listener: (isThere: boolean) => void): void {
  heardListeners.add(listener);
}

function hear(isThere: boolean): void {
  for (const tell of heardListeners) tell(isThere);
}

/** UNAUTHENTICATED for a wrong password, or for the PIN of a supervisor who approves, says nothing about the session. */
function isSignedOut(verb: Verb, input: object, result: Result<unknown>): boolean {
  if (result.ok || result.error.code !== 'UNAUTHENTICATED' || 'approval' in input) return false;
  const { may, errors }: Definition = contract[verb];
  return may !== 'anyone' && !errors?.includes('UNAUTHENTICATED');
}

let renewal: Promise<boolean> | null = null;

/** Several calls may find the token run out at once; one renewal serves them all. */
function renewSession(): Promise<boolean> {
  renewal ??= send('session.refresh', {})
    .then((result) => result.ok)
    .finally(() => {
      renewal = null;
    });
  return renewal;
}

async function send(verb: Verb, input: object): Promise<Result<unknown>> {
  try {
    const result = window.depot ? await window.depot.invoke(verb, input) : await sendOverHttp(verb, input);
    hear(true);
    return result;
  } catch {
    hear(false);
    throw offline();
  }
}

async function sendOverHttp(verb: Verb, input: object): Promise<Result<unknown>> {
  const { method, url, body } = httpRequestOf(contract[verb].http, input);
  const response = await fetch(url, {
    method,
    body,
    credentials: 'same-origin',
    headers: { 'X-Depot-Console': '1', ...(body === null ? {} : { 'Content-Type': 'application/json' }) },
  });
  const contentType = response.headers.get('content-type') ?? '';
  if (!response.ok) {
    // What stands between us and the host answers in HTML: that is the host being away.
    if (!contentType.includes('json')) throw offline();
    return { ok: false, error: problemOfBody(await response.json()) };
  }
  if (contentType.includes('json')) return { ok: true, value: await response.json() };
  const fileName = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '';
  return { ok: true, value: { fileName, contentType, bytes: new Uint8Array(await response.arrayBuffer()) } };
}
