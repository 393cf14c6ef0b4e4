import { z } from 'zod';
import { query } from './define.ts';
import { businessDate, cubicMetres, id, reading } from './fields.ts';
import { listInput, listOutput } from './lists.ts';

export const READING_KINDS = ['BASELINE', 'BILLED', 'CHANGE'] as const;

/** Counted back from this month. */
const months = z.int().min(1).max(24).default(12);
const month = z.string().describe('YYYY-MM');

const meterReading = z.object({
  id,
  kind: z.enum(READING_KINDS).describe('BASELINE: the first of a meter; CHANGE: a new meter'),
  businessDate,
  reading,
  previous: reading.nullable(),
  usage: cubicMetres,
  isEstimated: z.boolean(),
  isRollover: z.boolean(),
  transactionId: id.nullable(),
  invoiceId: id.nullable(),
});

export const customerHistory = {
  'customers.meterHistory': query({
    summary: 'A customer’s meter readings, newest first',
    http: { method: 'GET', path: '/customers/:id/meter' },
    may: 'signedIn',
    input: listInput(['-id', 'id'], { id }).omit({ search: true }),
    output: listOutput(meterReading),
    errors: ['NOT_FOUND'],
  }),
  'customers.meterUsage': query({
    summary: 'Gas a customer’s readings came to, month by month, from the first reading on',
    http: { method: 'GET', path: '/customers/:id/meter/months' },
    may: 'signedIn',
    input: z.strictObject({ id, months }),
    output: z.object({
      items: z.array(z.object({ month, usage: cubicMetres, isEstimated: z.boolean() })).describe('Oldest first'),
    }),
    errors: ['NOT_FOUND'],
  }),
  'customers.onSiteHistory': query({
    summary: 'What a customer had on site at the end of each month, from the first delivery on',
    http: { method: 'GET', path: '/customers/:id/on-site/months' },
    may: 'signedIn',
    input: z.strictObject({ id, months }),
    output: z.object({
      items: z
        .array(z.object({ month, onSite: z.array(z.object({ equipmentId: id, quantity: z.int() })) }))
        .describe('Oldest first; the last one is now'),
    }),
    errors: ['NOT_FOUND'],
  }),
};
