import { contract, type CommandVerb, type WireInput, type WireOutput } from '../../shared/contract/index.ts';
import { call } from '../api.ts';
import type { ApiProblem } from '../api-problem.ts';
import { queryClient } from './query-client.ts';
import { withApproval } from './with-approval.ts';

/** What the screen fills in; the request id and an approval are added on the way. */
export type Body<V extends CommandVerb> = Omit<WireInput<V>, 'requestId' | 'approval'>;

/**
 * Sends a command under a request id, asks for an approval where one is wanted, and has all that is shown asked for anew.
 *
 * @param askAbout a refusal that an approval may lift although it does not ask for one: it is asked for first.
 * @throws {ApiProblem}
 */
export async function sendCommand<V extends CommandVerb>(
  verb: V,
  body: Body<V>,
  requestId: string,
  askAbout?: ApiProblem,
): Promise<WireOutput<V>> {
  const envelope = contract[verb].requestId === 'none' ? {} : { requestId };
  const output = await withApproval(
    (approval) => call(verb, { ...body, ...envelope, ...(approval ? { approval } : {}) } as WireInput<V>),
    askAbout,
  );
  // Stock, balances, numbers: nearly everything on screen may have moved.
  void queryClient.invalidateQueries();
  return output;
}
