import { useState } from 'react';
import { detailsOf, problemOf } from '../../api-problem.ts';
import { sendCommand } from '../../data/send-command.ts';
import { useToldCommand } from '../../data/use-told-command.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { toastDone, toastProblem } from '../../ui/toasts.tsx';

const WHILE_MAKING_MS = 1_000;
/** The schedule or somebody at another screen may begin one. */
const OTHERWISE_MS = 10_000;

/** Makes a bundle, tells how far it is whoever began it, and gives it up. */
export function useMakeBundle() {
  const [isAsking, setAsking] = useState(false);
  const { data } = useVerb(
    'exports.progress',
    {},
    {
      every: (answer) => (isAsking || (answer?.rows ?? null) !== null ? WHILE_MAKING_MS : OTHERWISE_MS),
    },
  );
  const cancelling = useToldCommand('exports.cancel');
  const make = async () => {
    if (isAsking) return;
    setAsking(true);
    try {
      const { sequence } = await sendCommand('exports.run', {}, crypto.randomUUID());
      toastDone(t.bundles.isMade(formatCount(sequence)));
    } catch (thrown) {
      const isGivenUp = detailsOf(problemOf(thrown), 'INVALID_STATE')?.status === 'CANCELLED';
      if (isGivenUp) toastDone(t.bundles.givenUp);
      else toastProblem(thrown);
    } finally {
      setAsking(false);
    }
  };
  const rows = data?.rows ?? null;
  return {
    isMaking: isAsking || rows !== null,
    rows,
    make: () => void make(),
    cancel: () => void cancelling.run({}),
    isCancelling: cancelling.isRunning,
  };
}
