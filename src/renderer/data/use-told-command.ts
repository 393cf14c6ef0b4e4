import { useEffect } from 'react';
import type { CommandVerb } from '../../shared/contract/index.ts';
import { toastProblem } from '../ui/toasts.tsx';
import { type Command, useCommand } from './use-command.ts';

/** A command without a form: what it is refused for is told at the corner. */
export function useToldCommand<V extends CommandVerb>(verb: V): Command<V> {
  const command = useCommand(verb);
  const { problem } = command;
  useEffect(() => {
    if (problem !== null) toastProblem(problem);
  }, [problem]);
  return command;
}
