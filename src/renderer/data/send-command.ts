import { contract, type CommandVerb, type WireInput, type WireOutput } from '../../shared/contract/index.ts';
import { call } from '../api.ts';
import type { ApiProblem } from '../api-problem.ts';
import { draftWasSent } from '../state/draft-shelf.ts';
import { type Patience, patiently } from './patiently.ts';
import { queryClient } from './query-client.ts';
import { withApproval } from './with-approval.ts';

/** What the screen fills in; the request id and an approval are added on the way. */
export type Body<V extends CommandVerb> = Omit<WireInput<V>, 'requestId' | 'approval'>;

interface Sending {
  /** A refusal that an approval may lift although it does not ask for one: it is asked for first. */
  askAbout?: ApiProblem | undefined;
  /** Waits for a host that is away; without it, and for a command without a request id, its absence is a refusal. */
  patience?: Patience;
}

/**
 * Sends a command under a request id, asks for an approval where one is wanted, and has all that is shown asked for anew.
 *
 * @throws {ApiProblem}
 */
export async function sendCommand<V extends CommandVerb>(
  verb: V,
  body: Body<V>,
  requestId: string,
  { askAbout, patience }: Sending = {},
): Promise<WireOutput<V>> {
  // Without a request id it might be done twice.
  const mayRepeat = contract[verb].requestId !== 'none';
  const envelope = mayRepeat ? { requestId } : {};
  const output = await withApproval((approval) => {
    const send = () => call(verb, { ...body, ...envelope, ...(approval ? { approval } : {}) } as WireInput<V>);
    return mayRepeat && patience ? patiently(send, patience) : send();
  }, askAbout);
  draftWasSent(requestId);
  // Stock, balances, numbers: nearly everything on screen may have moved.
  void queryClient.invalidateQueries();
  return output;
}
