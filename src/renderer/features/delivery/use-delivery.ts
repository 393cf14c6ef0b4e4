import { useCallback } from 'react';
import { useToldCommand } from '../../data/use-told-command.ts';
import { t } from '../../texts/index.ts';
import { toastBusy } from '../../ui/toasts.tsx';
import { toastWork } from '../jobs/work-toast.tsx';

/** Printing is asked for alike, whatever the document. */
export type PrintVerb =
  | 'invoices.print'
  | 'payments.printReceipt'
  | 'transactions.printDeliveryNote'
  | 'distributions.print';
export type MailVerb = 'invoices.email' | 'payments.emailReceipt';

export interface Paper {
  id: number;
  number: string;
}

/** Prints a document and goes on telling at the corner what becomes of it. @returns whether it was asked for. */
export function usePrint(verb: PrintVerb) {
  const { run, isRunning } = useToldCommand(verb);
  const print = useCallback(
    async ({ id, number }: Paper, wish: { printer?: string; copies?: number } = {}): Promise<boolean> => {
      const asked = await run({ id, ...wish });
      if (asked) toastWork(number, { numbers: [number], only: asked.jobId });
      return asked !== null;
    },
    [run],
  );
  return { print, isRunning };
}

/** Mails a document to its customer; the host answers once the mail server has, or after ten seconds. */
export function useMail(verb: MailVerb) {
  const { run, isRunning } = useToldCommand(verb);
  const mail = useCallback(
    async ({ id, number }: Paper): Promise<void> => {
      const close = toastBusy(t.delivery.mailing(number));
      const asked = await run({ id });
      close();
      if (asked) toastWork(number, { numbers: [number], only: asked.jobId });
    },
    [run],
  );
  return { mail, isRunning };
}
