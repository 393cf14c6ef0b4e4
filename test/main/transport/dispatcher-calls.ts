import type { DepotConsole } from '../../../src/main/console.ts';
import type { Caller } from '../../../src/main/transport/call.ts';
import type { Problem, Result } from '../../../src/shared/errors.ts';

const COUNTER: Caller = { token: null, device: 'counter-1', remoteAddress: '10.0.0.7', transport: 'ipc' };

/** A call as a transport makes it, whatever it says. */
export function ask(
  { dispatch }: Pick<DepotConsole, 'dispatch'>,
  verb: string,
  input: unknown = {},
  caller: Partial<Caller> = {},
): Promise<Result<unknown>> {
  return dispatch(verb, input, { ...COUNTER, ...caller });
}

export async function problemOf(call: Promise<Result<unknown>>): Promise<Problem> {
  const result = await call;
  if (result.ok) throw new Error(`the call was not refused: ${JSON.stringify(result.value)}`);
  return result.error;
}

export async function codeOf(call: Promise<Result<unknown>>): Promise<string> {
  const result = await call;
  return result.ok ? 'ok' : result.error.code;
}

/** The tokens of a sign-in. */
export async function tokensOf(
  console: Pick<DepotConsole, 'dispatch'>,
  username: string,
  password: string,
  device = COUNTER.device,
): Promise<{ access: string; refresh: string }> {
  const result = await ask(console, 'session.login', { username, password }, { device });
  if (!result.ok) throw new Error(result.error.message);
  return result.value as { access: string; refresh: string };
}
