import type { Printers } from '../../adapters/printer.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { PrintedDocument } from '../../../shared/contract/printing.ts';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../handler-types.ts';
import { findJob } from '../jobs.ts';
import type { Outbox, Papers, SecretBox } from '../ports.ts';
import * as jobVerbs from './job-verbs.ts';
import { previewMail } from './letter-for.ts';
import { mailStatus, setMailPassword } from './mail-password.ts';
import * as mails from './mails.ts';
import { documentOf } from './paper-for.ts';
import * as printers from './printer-verbs.ts';
import * as prints from './prints.ts';
import { type DocumentKind, visibleSubject } from './subjects.ts';

export interface DeliveryParts {
  papers: Papers;
  outbox: Outbox;
  printers: Printers;
  secrets: SecretBox;
}

type DeliveryVerb = Extract<
  keyof Handlers,
  | `jobs.${string}`
  | `printers.${string}`
  | `mail.${string}`
  | `invoices.${'print' | 'email'}${string}`
  | `payments.${'receiptPdf' | 'printReceipt' | 'emailReceipt'}`
  | `transactions.${'deliveryNotePdf' | 'printDeliveryNote'}`
  | `distributions.${'pdf' | 'print'}`
>;

/** How long whoever asked for a mail or a test waits for what becomes of it (contract.md). */
const ANSWER_WITHIN_MS = 10_000;

/** Handlers of the verbs about paper and mail. */
export function deliveryHandlers(parts: DeliveryParts): Pick<Handlers, DeliveryVerb> {
  const { papers, outbox, secrets } = parts;

  async function mailed(context: ReadContext, answer: Output<'invoices.email'>): Promise<Output<'invoices.email'>> {
    const { jobId } = answer;
    await outbox.triedOnce(jobId, ANSWER_WITHIN_MS);
    const job = findJob(context.db, jobId);
    if (job === undefined) return answer;
    const status = job.state === 'done' ? 'emailed' : job.state === 'failed' ? 'failed' : 'queued';
    return { jobId, status, reason: job.lastError };
  }

  async function tested(context: ReadContext, answer: Output<'mail.test'>): Promise<Output<'mail.test'>> {
    const { jobId } = answer;
    await outbox.triedOnce(jobId, ANSWER_WITHIN_MS);
    const job = findJob(context.db, jobId);
    return job === undefined ? answer : { jobId, status: job.state, reason: job.lastError, proof: job.proof };
  }

  /** Whoever asks by hand stands before the printer. */
  function hurried<Answer>(_context: ReadContext, answer: Answer): Promise<Answer> {
    outbox.hurry();
    return Promise.resolve(answer);
  }

  async function takeBackEach(jobIds: readonly number[]): Promise<void> {
    for (const id of jobIds) await outbox.takeBack(id);
  }

  const pdfOf =
    (kind: DocumentKind & PrintedDocument, paper: 'A4' | 'A5') =>
    async (context: ReadContext, { id }: { id: number }) => {
      const { number } = visibleSubject(context, kind, id);
      const bytes = await papers.draw(documentOf(context.db, kind, id), paper, false);
      return { fileName: `${number}.pdf`, contentType: 'application/pdf', bytes };
    };

  return {
    'jobs.list': jobVerbs.listJobs,
    'jobs.retry': { run: jobVerbs.retryJob, follow: hurried },
    'jobs.retryAll': { run: jobVerbs.retryAll, follow: hurried },
    'jobs.cancel': {
      run: jobVerbs.cancelOne,
      async follow(context, { id }) {
        await outbox.takeBack(id);
        return jobVerbs.cancelled(context, id);
      },
    },
    'jobs.resolve': { run: jobVerbs.resolveJob, follow: hurried },
    'jobs.batch': jobVerbs.batchProgress,
    'jobs.cancelBatch': {
      run: jobVerbs.cancelBatch,
      async follow(context, answer, { batch }) {
        // A spooler may take a second for each: nobody waits for that.
        void takeBackEach(jobVerbs.heldOfBatch(context, batch));
        return answer;
      },
    },
    'invoices.print': { run: prints.printInvoice, follow: hurried },
    'invoices.printMany': { run: prints.printInvoices, follow: hurried },
    'invoices.email': { run: mails.mailInvoice, follow: mailed },
    'invoices.emailMany': { run: mails.mailInvoices, follow: hurried },
    'payments.receiptPdf': pdfOf('receipt', 'A5'),
    'payments.printReceipt': { run: prints.printReceipt, follow: hurried },
    'payments.emailReceipt': { run: mails.mailReceipt, follow: mailed },
    'transactions.deliveryNotePdf': pdfOf('deliveryNote', 'A4'),
    'transactions.printDeliveryNote': { run: prints.printDeliveryNote, follow: hurried },
    'distributions.pdf': pdfOf('distribution', 'A4'),
    'distributions.print': { run: prints.printDistribution, follow: hurried },
    'printers.list': () => printers.listPrinters(parts.printers),
    'printers.status': (context, input) => printers.printerStatus(context, input, parts.printers),
    'printers.test': { run: printers.printTest, follow: tested },
    'mail.status': mailStatus,
    'mail.setPassword': (unit, input) => setMailPassword(unit, input, secrets),
    'mail.preview': previewMail,
    'mail.test': { run: mails.mailTest, follow: tested },
  };
}
