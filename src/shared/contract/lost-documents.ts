import { z } from 'zod';
import { MANAGERS } from '../roles.ts';
import { command, query } from './define.ts';
import { distribution, slipFields } from './distributions.ts';
import { businessDate, flag, id, instant, money, reason } from './fields.ts';
import { payment, paymentFields, receipt } from './payments.ts';
import { saleErrors, saleFields, transactions } from './transactions.ts';

export const LOST_STATES = ['lost', 'entered', 'settled'] as const;

const lost = z.object({
  id,
  businessDate: businessDate.nullable().describe('null: issued by a version that did not note it'),
  restoredAt: instant,
  state: z.enum(LOST_STATES).describe('settled: somebody decided that they are not entered again'),
  reason: z.string().nullable(),
  documents: z
    .array(z.object({ number: z.string(), customer: z.string().nullable(), total: money.nullable() }))
    .describe('Issued together: a sale with its invoice and its receipt'),
});

/** The day it was issued on is its own; only a document of which it is not known is given one. */
const again = { id, date: businessDate.optional().describe('Only where businessDate of the list is null') };
const { businessDate: _sale, ...saleAgain } = saleFields;
const { businessDate: _payment, ...paymentAgain } = paymentFields;
const { businessDate: _slip, ...slipAgain } = slipFields;

const errors = ['NOT_FOUND', 'INVALID_STATE', 'DATE_NOT_ALLOWED', 'DAY_CLOSED', 'CONFLICT'] as const;

/** What a restored copy did not have, as the anchor file knew it (domain.md, "Owner, backup, restore"). */
export const lostDocuments = {
  'lostDocuments.list': query({
    summary: 'Documents issued after the copy the books were restored from: still to be entered again, or all',
    http: { method: 'GET', path: '/lost-documents' },
    may: MANAGERS,
    input: z.strictObject({ all: flag.optional() }),
    output: z.object({ items: z.array(lost) }),
  }),
  'lostDocuments.enterSale': command({
    summary: 'Enter a lost sale again, under its own numbers and its own date',
    http: { method: 'POST', path: '/lost-documents/:id/sale', status: 201 },
    may: MANAGERS,
    requestId: 'required',
    input: { ...again, ...saleAgain },
    output: transactions['transactions.create'].output,
    errors: [...saleErrors, 'CONFLICT'],
  }),
  'lostDocuments.enterPayment': command({
    summary: 'Enter a lost payment again, under its receipt’s own number and its own date',
    http: { method: 'POST', path: '/lost-documents/:id/payment', status: 201 },
    may: MANAGERS,
    requestId: 'required',
    input: { ...again, ...paymentAgain },
    output: z.object({ payment, receipt }),
    errors,
  }),
  'lostDocuments.enterSlip': command({
    summary: 'Enter a lost distribution slip again as a draft, under its own number and its own date',
    http: { method: 'POST', path: '/lost-documents/:id/slip', status: 201 },
    may: MANAGERS,
    requestId: 'required',
    input: { ...again, ...slipAgain },
    output: distribution,
    errors,
  }),
  'lostDocuments.settle': command({
    summary: 'Decide that a lost document is not entered again, and why',
    http: { method: 'POST', path: '/lost-documents/:id/settle', status: 200 },
    may: MANAGERS,
    requestId: 'optional',
    input: { id, reason },
    output: lost,
    errors: ['NOT_FOUND', 'INVALID_STATE'],
  }),
};
