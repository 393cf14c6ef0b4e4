import { z } from 'zod';
import { MANAGERS } from '../roles.ts';
import { query } from './define.ts';
import { businessDate, fileOutput, line } from './fields.ts';
import { paymentMethod } from './payments.ts';

export const ACCOUNTING_PROGRAMS = ['xero', 'quickbooks'] as const;
export const ACCOUNTING_KINDS = ['invoices', 'creditNotes', 'payments'] as const;

const name = (what: string) => line(100).optional().describe(what);

/** Files for the bookkeeper's program (Xero, QuickBooks Online). */
export const accounting = {
  'reports.accounting': query({
    summary: 'Invoices, credit notes or payments of some days as Xero or QuickBooks Online import them',
    http: { method: 'GET', path: '/reports/accounting' },
    may: MANAGERS,
    input: z.strictObject({
      program: z.enum(ACCOUNTING_PROGRAMS),
      kind: z.enum(ACCOUNTING_KINDS),
      from: businessDate,
      to: businessDate,
      method: paymentMethod.optional().describe('Payments of this method only: each belongs to an account of its own'),
      salesAccount: name('Xero: the account of sales; 200 unless said'),
      depositAccount: name('Xero: the account of deposits held; 835 unless said'),
      roundingAccount: name('Xero: the account of cash rounding; 860 unless said'),
      standardRated: name('The program’s name for standard-rated supplies'),
      zeroRated: name('… zero-rated supplies'),
      exempt: name('… exempt supplies'),
      outOfScope: name('… what is out of scope: deposits, rounding'),
      noGst: name('… sales of a company that is not registered'),
    }),
    output: fileOutput.describe('A CSV file; a zip of several when the program takes no more in one'),
    answer: 'file',
  }),
};
