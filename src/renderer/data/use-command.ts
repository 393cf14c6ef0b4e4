import { useCallback, useEffect, useRef, useState } from 'react';
import type { CommandVerb, WireOutput } from '../../shared/contract/index.ts';
import { type ApiProblem, problemOf } from '../api-problem.ts';
import { queryClient } from './query-client.ts';
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
  /** The host is away. The command is sent again when it is back, under the same request id: it is never done twice. */
  isWaiting: boolean;
  problem: ApiProblem | null;
  fieldError: (path: string) => string | undefined;
  /** Forgets the last refusal, when the clerk mends what was wrong. */
  clear: () => void;
  /** No longer waits for the host. Whether it was done is then not known; sending it once more is safe. */
  stopWaiting: () => void;
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
  const patience = useRef<AbortController>(undefined);
  const [isRunning, setRunning] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  const run = useCallback(
    async (body: Body<V>, askAbout?: ApiProblem): Promise<WireOutput<V> | null> => {
      own.current ??= crypto.randomUUID();
      const { signal } = (patience.current = new AbortController());
      setRunning(true);
      setProblem(null);
      try {
        const sending = { askAbout, patience: { signal, onWaiting: setWaiting } };
        const output = await sendCommand(verb, body, requestId ?? own.current, sending);
        own.current = undefined;
        return output;
      } catch (thrown) {
        const refusal = problemOf(thrown);
        setProblem(refusal);
        // What it was refused for may be news: somebody else took the last cylinder.
        if (refusal.code !== 'OFFLINE') void queryClient.invalidateQueries();
        return null;
      } finally {
        setRunning(false);
      }
    },
    [verb, requestId],
  );
  // What nobody looks at any more is not done behind his back when the host returns.
  useEffect(() => () => patience.current?.abort(), []);
  const clear = useCallback(() => setProblem(null), []);
  const stopWaiting = useCallback(() => patience.current?.abort(), []);
  return {
    run,
    isRunning,
    isWaiting,
    problem,
    fieldError: (path) => problem?.fieldError(path),
    clear,
    stopWaiting,
  };
}
