import { invoicePdfBytes } from '../services/invoices.ts';
import type { Ledger } from '../services/unit-of-work.ts';
import { type MailParts, runMailJob } from './mail-job.ts';
import { type PrintParts, recallPrintJob, runPrintJob } from './print-job.ts';
import { startWorker, type Worker } from './worker.ts';

type Effects = Omit<PrintParts, 'db'> & Omit<MailParts, 'db'>;

/** The worker with all it can do. */
export function openOutbox({ ledger, ...effects }: Effects & { ledger: Ledger }): Worker {
  const { db, log } = ledger;
  const { clock, papers } = effects;
  const parts = { db, ...effects };
  return startWorker({
    ledger,
    clock,
    log,
    runs: {
      async RENDER(job) {
        await invoicePdfBytes(db, papers, job.subjectId, clock.now());
        return { state: 'done', proof: null };
      },
      PRINT: (job) => runPrintJob(parts, job),
      MAIL: (job, lastStep) => runMailJob(parts, job, lastStep),
    },
    recall: (job) => recallPrintJob(parts, job),
  });
}
