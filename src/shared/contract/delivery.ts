import { z } from 'zod';
import { DESK_AND_DRIVERS } from '../roles.ts';
import { command, query } from './define.ts';
import { fileOutput, flag, id, idInput } from './fields.ts';
import { JOB_STATES } from './jobs.ts';
import { mailAddress } from './mailing.ts';
import { copies, printerName } from './printing.ts';

const printInput = {
  id,
  printer: printerName.optional().describe('One of the printers of the settings; the document’s own unless said'),
  copies: copies.optional(),
};
const mailInput = { id, to: mailAddress.optional().describe('The customer’s own address unless said') };

const queued = z.object({ jobId: id, status: z.enum(JOB_STATES) });
const mailed = z.object({
  jobId: id,
  status: z.enum(['emailed', 'queued', 'failed']).describe('`emailed` only once the server has accepted it'),
  reason: z.string().nullable(),
});

/** The most documents one batch takes: an afternoon's invoices. */
const BATCH_LARGEST = 1000;
const many = { ids: z.array(id).min(1).max(BATCH_LARGEST) };
const batched = z.object({
  batch: z.uuid().nullable().describe('For jobs.batch; null when there is nothing to do'),
  jobs: z.int(),
  skipped: z.array(z.object({ id, number: z.string(), reason: z.string() })),
});

const printErrors = ['NOT_FOUND', 'INVALID_STATE'] as const;

const pdf = (summary: string, path: string) =>
  query({
    summary,
    http: { method: 'GET', path },
    may: 'signedIn',
    input: idInput,
    output: fileOutput,
    answer: 'file',
    errors: ['NOT_FOUND'],
  });

const print = (summary: string, path: string) =>
  command({
    summary,
    http: { method: 'POST', path, status: 200 },
    may: DESK_AND_DRIVERS,
    requestId: 'optional',
    input: printInput,
    output: queued,
    errors: printErrors,
  });

const email = (summary: string, path: string) =>
  command({
    summary,
    http: { method: 'POST', path, status: 200 },
    may: DESK_AND_DRIVERS,
    requestId: 'optional',
    input: mailInput,
    output: mailed,
    errors: printErrors,
  });

/** Documents on paper and by mail. All of it happens after the commit, from jobs. */
export const delivery = {
  'invoices.print': print('Print an invoice; once it was printed, as a marked copy', '/invoices/:id/print'),
  'invoices.email': email('Mail an invoice; waits up to ten seconds for the server’s answer', '/invoices/:id/email'),
  'invoices.printMany': command({
    summary: 'Print a selection of invoices',
    http: { method: 'POST', path: '/invoices/print', status: 200 },
    may: DESK_AND_DRIVERS,
    requestId: 'optional',
    input: { ...many, printer: printInput.printer, copies: printInput.copies },
    output: batched,
    errors: printErrors,
  }),
  'invoices.emailMany': command({
    summary: 'Mail a selection of invoices, each to its customer’s address',
    http: { method: 'POST', path: '/invoices/email', status: 200 },
    may: DESK_AND_DRIVERS,
    requestId: 'optional',
    input: { ...many, again: flag.optional().describe('Also those that were mailed before') },
    output: batched,
    errors: printErrors,
  }),
  'payments.receiptPdf': pdf('The receipt of a payment as PDF', '/payments/:id/receipt'),
  'payments.printReceipt': print('Print the receipt of a payment', '/payments/:id/receipt/print'),
  'payments.emailReceipt': email('Mail the receipt of a payment', '/payments/:id/receipt/email'),
  'transactions.deliveryNotePdf': pdf(
    'The delivery note of a sale as PDF, without prices',
    '/transactions/:id/delivery-note',
  ),
  'transactions.printDeliveryNote': print('Print the delivery note of a sale', '/transactions/:id/delivery-note/print'),
  'distributions.pdf': pdf('A distribution slip as PDF', '/distributions/:id/pdf'),
  'distributions.print': print('Print a distribution slip', '/distributions/:id/print'),
};
