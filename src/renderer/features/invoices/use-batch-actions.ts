import { useToldCommand } from '../../data/use-told-command.ts';
import { t } from '../../texts/index.ts';
import { toastDone } from '../../ui/toasts.tsx';
import { BATCH_LARGEST, useBatch } from './batch-store.ts';

/** Prints or mails a selection; the bar above the list says how far it is. */
export function useBatchActions() {
  const printing = useToldCommand('invoices.printMany');
  const mailing = useToldCommand('invoices.emailMany');
  const isRunning = printing.isRunning || mailing.isRunning;
  return {
    isRunning,
    print: async (ids: readonly number[]): Promise<boolean> => {
      if (isRunning) return false;
      const begun = await printing.run({ ids: take(ids) });
      if (begun) useBatch.setState({ current: { kind: 'print', batch: begun.batch, skipped: begun.skipped } });
      return begun !== null;
    },
    mail: async (ids: readonly number[], again = false): Promise<boolean> => {
      if (isRunning) return false;
      const begun = await mailing.run({ ids: take(ids), ...(again ? { again } : {}) });
      if (begun) useBatch.setState({ current: { kind: 'mail', batch: begun.batch, skipped: begun.skipped } });
      return begun !== null;
    },
  };
}

function take(ids: readonly number[]): number[] {
  if (ids.length > BATCH_LARGEST) toastDone(t.batch.tooMany);
  return ids.slice(0, BATCH_LARGEST);
}
