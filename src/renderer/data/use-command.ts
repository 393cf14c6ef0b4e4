import { useCallback, useRef, useState } from 'react';
import type { CommandVerb, WireOutput } from '../../shared/contract/index.ts';
import { type ApiProblem, problemOf } from '../api-problem.ts';
import { type Body, sendCommand } from './send-command.ts';

export type { Body } from './send-command.ts';

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
      setRunning(true);
      setProblem(null);
      try {
        const output = await sendCommand(verb, body, requestId ?? own.current, askAbout);
        own.current = undefined;
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
