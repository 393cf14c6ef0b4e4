import { z } from 'zod';
import { query } from './define.ts';
import { businessDate, fileOutput, id, money } from './fields.ts';
import { paymentMethod } from './payments.ts';

export const REPORT_FORMATS = ['json', 'csv', 'xlsx', 'pdf'] as const;
export const PAYMENT_STATUSES = ['paid', 'partly', 'unpaid', 'void'] as const;

const period = {
  from: businessDate.optional().describe('Today unless said'),
  to: businessDate.optional().describe('Today unless said'),
  userId: id.optional().describe('Who made the sale'),
  customerId: id.optional(),
  paymentStatus: z.enum(PAYMENT_STATUSES).optional(),
  format: z.enum(REPORT_FORMATS).default('json'),
};

const sums = {
  net: money,
  tax: money,
  rounding: money,
  total: money,
  paid: money,
  credited: money,
  outstanding: money,
};

const salesRow = z.object({
  invoiceId: id,
  number: z.string(),
  date: businessDate,
  customerCode: z.string(),
  customerName: z.string(),
  servedBy: z.string().nullable().describe('null: an opening balance'),
  paymentStatus: z.enum(PAYMENT_STATUSES),
  ...sums,
});

const customerRow = z.object({
  customerId: id,
  code: z.string(),
  name: z.string(),
  paymentType: z.enum(['CASH', 'CREDIT']),
  invoices: z.int(),
  ...sums,
  overdue: money,
});

export const reports = {
  'reports.sales': query({
    summary: 'Sales account: every invoice of some days with what was paid, and the sums',
    http: { method: 'GET', path: '/reports/sales' },
    may: 'signedIn',
    input: z.strictObject(period),
    output: z.union([
      z.object({
        from: businessDate,
        to: businessDate,
        items: z.array(salesRow),
        sums: z.object({ invoices: z.int(), ...sums }),
      }),
      fileOutput,
    ]),
    answer: 'either',
  }),
  'reports.customers': query({
    summary: 'Customers by what they bought in some days and what of it they owe',
    http: { method: 'GET', path: '/reports/customers' },
    may: 'signedIn',
    input: z.strictObject(period),
    output: z.union([
      z.object({
        from: businessDate,
        to: businessDate,
        items: z.array(customerRow),
        sums: z.object({ invoices: z.int(), ...sums, overdue: money }),
      }),
      fileOutput,
    ]),
    answer: 'either',
  }),
  'reports.takings': query({
    summary: 'Money taken on each of the last days, by method; money given back is taken off',
    http: { method: 'GET', path: '/reports/takings' },
    may: 'signedIn',
    input: z.strictObject({ days: z.int().min(1).max(31).default(14) }),
    output: z.object({
      items: z
        .array(
          z.object({
            date: businessDate,
            total: money,
            byMethod: z.array(z.object({ method: paymentMethod, amount: money })),
          }),
        )
        .describe('One for each day, today last'),
    }),
  }),
};
