import { invoicePdfBytes } from '../services/invoices.ts';
import type { Ledger } from '../services/unit-of-work.ts';
import { type BundleParts, runBundleJob } from './bundle-job.ts';
import { type MailParts, runMailJob } from './mail-job.ts';
import { type PrintParts, recallPrintJob, runPrintJob } from './print-job.ts';
import { startWorker, type Worker, type WorkerParts } from './worker.ts';

type Effects = Omit<PrintParts, 'db'> & Omit<MailParts, 'db'> & Omit<BundleParts, 'db'>;
type Patience = Pick<WorkerParts, 'closeWithinMs'>;

/** The worker with all it can do. */
export function openOutbox({ ledger, ...effects }: Effects & { ledger: Ledger }, patience: Patience = {}): Worker {
  const { db, log } = ledger;
  const { clock, papers } = effects;
  const parts = { db, ...effects };
  return startWorker({
    ...patience,
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
      EXPORT: (job, lastStep) => runBundleJob(parts, job, lastStep),
    },
    recall: (job) => recallPrintJob(parts, job),
  });
}
