import { useCallback, useState } from 'react';
import type { CommandVerb, WireOutput } from '../../shared/contract/index.ts';
import { toastProblem } from '../ui/toasts.tsx';
import { type Body, sendCommand } from './send-command.ts';

interface ToldCommand<V extends CommandVerb> {
  /** Answers `null` when it was refused. */
  run: (body: Body<V>) => Promise<WireOutput<V> | null>;
  isRunning: boolean;
}

/**
 * A command without a form: what it is refused for is told at the corner. Each press is a wish of its own, about
 * another document, maybe: none is taken for the one before whose answer was lost.
 */
export function useToldCommand<V extends CommandVerb>(verb: V): ToldCommand<V> {
  const [isRunning, setRunning] = useState(false);
  const run = useCallback(
    async (body: Body<V>) => {
      setRunning(true);
      try {
        return await sendCommand(verb, body, crypto.randomUUID());
      } catch (thrown) {
        toastProblem(thrown);
        return null;
      } finally {
        setRunning(false);
      }
    },
    [verb],
  );
  return { run, isRunning };
}
