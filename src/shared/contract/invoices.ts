import { z } from 'zod';
import { query } from './define.ts';
import { businessDate, fileOutput, flag, id, idInput, instant, money } from './fields.ts';
import { JOB_STATES } from './jobs.ts';
import { listInput, listOutput } from './lists.ts';

export const INVOICE_STATUSES = ['void', 'paid', 'emailed', 'printed', 'generated'] as const;

/** How far one way out of the house is: the newest job of its kind. */
const way = z
  .object({ jobId: id, state: z.enum(JOB_STATES), reason: z.string().nullable() })
  .nullable()
  .describe('null: was never asked for');

export const invoice = z.object({
  id,
  number: z.string(),
  transactionId: id.nullable().describe('null: an opening balance brought in by import'),
  customerId: id,
  customerName: z.string(),
  businessDate,
  status: z.enum(INVOICE_STATUSES),
  net: money,
  tax: money,
  rounding: money,
  total: money,
  paid: money,
  credited: money,
  outstanding: money,
  dueDate: businessDate,
  generatedAt: instant,
  printedAt: instant.nullable(),
  emailedAt: instant.nullable(),
  paidAt: instant.nullable(),
  printCount: z.int(),
  emailCount: z.int(),
  pdfPath: z
    .string()
    .nullable()
    .describe('Where the PDF lies in the data folder’s documents; null until it is rendered'),
  delivery: z.object({
    render: way,
    print: way,
    mail: way,
    hasEmail: z.boolean().describe('Whether the customer has an address to mail to'),
  }),
});

const narrowing = {
  status: z.enum(INVOICE_STATUSES).optional(),
  customerId: id.optional(),
  from: businessDate.optional(),
  to: businessDate.optional(),
  overdue: flag.optional(),
  unpaid: flag.optional(),
};

const SORTS = ['-id', 'id', 'dueDate', '-dueDate'] as const;
const FINDS =
  'The number, its beginning or its running number (123, 2026-123); any part of the customer’s present name';

export const invoices = {
  'invoices.list': query({
    summary: 'Invoices by state, customer and date, newest first',
    http: { method: 'GET', path: '/invoices' },
    may: 'signedIn',
    input: listInput(
      SORTS,
      {
        ...narrowing,
        startAt: z
          .string()
          .trim()
          .min(1)
          .max(40)
          .optional()
          .describe('The page begins there: an invoice by its number or running number, or a day'),
      },
      FINDS,
    ),
    output: listOutput(invoice),
  }),
  'invoices.export': query({
    summary: 'The invoices that a list shows, as a file: up to 20 000',
    http: { method: 'GET', path: '/reports/invoices' },
    may: 'signedIn',
    input: z.strictObject({
      ...narrowing,
      search: z.string().trim().max(100).optional().describe(FINDS),
      sort: z.enum(SORTS).default('-id'),
      format: z.enum(['csv', 'xlsx']),
    }),
    output: fileOutput,
    answer: 'file',
  }),
  'invoices.get': query({
    summary: 'One invoice',
    http: { method: 'GET', path: '/invoices/:id' },
    may: 'signedIn',
    input: idInput,
    output: invoice,
    errors: ['NOT_FOUND'],
  }),
  'invoices.pdf': query({
    summary: 'The invoice as PDF; rendered now if its job has not run yet',
    http: { method: 'GET', path: '/invoices/:id/pdf' },
    may: 'signedIn',
    input: idInput,
    output: fileOutput,
    answer: 'file',
    errors: ['NOT_FOUND'],
  }),
};
