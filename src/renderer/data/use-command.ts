import { useCallback, useRef, useState } from 'react';
import { contract, type CommandVerb, type WireInput, type WireOutput } from '../../shared/contract/index.ts';
import { call } from '../api.ts';
import { type ApiProblem, problemOf } from '../api-problem.ts';
import { withApproval } from './with-approval.ts';
import { queryClient } from './query-client.ts';

/** What the screen fills in; the request id and an approval are added on the way. */
export type Body<V extends CommandVerb> = Omit<WireInput<V>, 'requestId' | 'approval'>;

export interface Command<V extends CommandVerb> {
  /**
   * Answers `null` when it was refused; the reason is then in `problem`.
   *
   * @param askAbout a refusal that an approval may lift although it does not ask for one: it is asked for first.
   */
  run: (body: Body<V>, askAbout?: ApiProblem) => Promise<WireOutput<V> | null>;
  isRunning: boolean;
  problem: ApiProblem | null;
  fieldError: (path: string) => string | undefined;
  /** Forgets the last refusal, when the clerk mends what was wrong. */
  clear: () => void;
}

/**
 * A writing verb for a form. The request id is made when the form opens and kept over retries until the command has
 * succeeded, so that a save whose answer was lost is not done twice (domain.md, "Billing a sale", 0). A refusal that a
 * supervisor may lift asks for the approval in place and goes on.
 *
 * @param requestId kept by the caller, for a form that outlives the screen.
 */
export function useCommand<V extends CommandVerb>(verb: V, requestId?: string): Command<V> {
  const own = useRef<string>(undefined);
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  const run = useCallback(
    async (body: Body<V>, askAbout?: ApiProblem): Promise<WireOutput<V> | null> => {
      own.current ??= crypto.randomUUID();
      const id = requestId ?? own.current;
      setRunning(true);
      setProblem(null);
      try {
        const envelope = contract[verb].requestId === 'none' ? {} : { requestId: id };
        const output = await withApproval(
          (approval) => call(verb, { ...body, ...envelope, ...(approval ? { approval } : {}) } as WireInput<V>),
          askAbout,
        );
        own.current = undefined;
        // Stock, balances, numbers: nearly everything on screen may have moved.
        void queryClient.invalidateQueries();
        return output;
      } catch (thrown) {
        setProblem(problemOf(thrown));
        return null;
      } finally {
        setRunning(false);
      }
    },
    [verb, requestId],
  );
  const clear = useCallback(() => setProblem(null), []);
  return { run, isRunning, problem, fieldError: (path) => problem?.fieldError(path), clear };
}
