import { ApiProblem } from '../api-problem.ts';
import { typeNow } from '../keys/type-ahead.ts';
import { hostIsBack } from '../state/connection.ts';

export interface Patience {
  /** Aborted: nobody waits any more. */
  signal: AbortSignal;
  onWaiting: (isWaiting: boolean) => void;
}

/**
 * Asks, and when the host does not answer, asks the very same again as soon as it is back. Only for what does no harm
 * when it is done twice: reading, and commands that carry their request id.
 *
 * @throws {ApiProblem} what the host refuses; OFFLINE when nobody waits any more.
 */
export async function patiently<Answer>(ask: () => Promise<Answer>, { signal, onWaiting }: Patience): Promise<Answer> {
  for (;;) {
    try {
      // One try after the other: the next one depends on this one's end.
      return await ask();
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem) || thrown.code !== 'OFFLINE' || signal.aborted) throw thrown;
      onWaiting(true);
      typeNow();
      try {
        await hostIsBack(signal);
      } catch {
        throw thrown;
      } finally {
        onWaiting(false);
      }
    }
  }
}
