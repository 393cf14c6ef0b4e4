import type { Verb, WireInput, WireOutput } from '../../shared/contract/index.ts';
import type { Problem } from '../../shared/errors.ts';
import type { Caller, Dispatch } from '../transport/call.ts';

/** Calls a verb as one person. @throws CallRefused */
export type Call = <V extends Verb>(verb: V, input: WireInput<V>) => Promise<WireOutput<V>>;

/** The console said no; the message is for whoever started the program. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Calls of a program on this computer that has opened the console itself. */
export function callConsole(dispatch: Dispatch, who: Pick<Caller, 'token' | 'device' | 'transport'>): Call {
  return async <V extends Verb>(verb: V, input: WireInput<V>): Promise<WireOutput<V>> => {
    const result = await dispatch(verb, input, { ...who, remoteAddress: null });
    if (!result.ok) throw new CallRefused(result.error);
    // The dispatcher encodes every answer by the verb's own contract.
    return result.value as WireOutput<V>;
  };
}

/** Calls as whoever works on the data folder itself. */
export function callAsOperator(dispatch: Dispatch, device: string): Call {
  return callConsole(dispatch, { token: null, device, transport: 'local' });
}
