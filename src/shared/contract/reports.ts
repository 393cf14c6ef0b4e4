import { z } from 'zod';
import { query } from './define.ts';
import { businessDate, money } from './fields.ts';
import { paymentMethod } from './payments.ts';

export const reports = {
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
