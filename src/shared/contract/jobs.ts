import { z } from 'zod';
import { DESK_AND_DRIVERS } from '../roles.ts';
import { command, query } from './define.ts';
import { flag, id, idInput, instant } from './fields.ts';
import { listInput, listOutput } from './lists.ts';

export const JOB_KINDS = ['RENDER', 'PRINT', 'MAIL', 'EXPORT', 'BACKUP'] as const;
export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'uncertain', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];
/** What a job is about. */
export const JOB_SUBJECTS = ['invoice', 'receipt', 'deliveryNote', 'distribution', 'bundle', 'test'] as const;

export const job = z.object({
  id,
  kind: z.enum(JOB_KINDS),
  state: z.enum(JOB_STATES),
  subject: z.enum(JOB_SUBJECTS),
  subjectId: id.nullable().describe('null: a test'),
  number: z.string().nullable().describe('The document’s number'),
  target: z.string().nullable().describe('The printer’s name, or the address it is mailed to'),
  attempts: z.int(),
  reason: z.string().nullable().describe('Why it waits, failed or is uncertain, and what to do'),
  proof: z.string().nullable().describe('Who said that it is done'),
  batch: z.string().nullable(),
  createdAt: instant,
  runAfter: instant.describe('When it is tried next, while queued'),
  finishedAt: instant.nullable(),
});

/** A job as whoever asked for it is told: what has become of it so far. */
export const jobEnd = z.object({
  jobId: id,
  status: z.enum(JOB_STATES),
  reason: z.string().nullable(),
  proof: z.string().nullable(),
});

const counts = z.object({
  total: z.int(),
  queued: z.int(),
  running: z.int(),
  done: z.int(),
  failed: z.int(),
  uncertain: z.int(),
  cancelled: z.int(),
});

export const jobs = {
  'jobs.list': query({
    summary: 'Printing, mailing, sending bundles and other work after the commit, newest first',
    http: { method: 'GET', path: '/jobs' },
    may: 'signedIn',
    input: listInput(
      ['-id', 'id'],
      {
        state: z.enum(JOB_STATES).optional(),
        needsSomebody: flag.optional().describe('Failed or uncertain, and no test: somebody has to do something'),
        underWay: flag.optional().describe('Queued or running: it will be worked off by itself'),
        invoiceId: id.optional().describe('All that was done about one invoice'),
        batch: z.uuid().optional(),
      },
      'The document’s whole number',
    ),
    output: listOutput(job),
  }),
  'jobs.retry': command({
    summary: 'Try a failed or cancelled job again, or at once what waits for its next try',
    http: { method: 'POST', path: '/jobs/:id/retry', status: 200 },
    may: DESK_AND_DRIVERS,
    requestId: 'optional',
    input: idInput.shape,
    output: job,
    errors: ['NOT_FOUND', 'INVALID_STATE'],
  }),
  'jobs.retryAll': command({
    summary: 'Try every failed job again, and at once those that wait for their next try',
    http: { method: 'POST', path: '/jobs/retry', status: 200 },
    may: DESK_AND_DRIVERS,
    requestId: 'optional',
    input: {},
    output: z.object({ retried: z.int() }),
  }),
  'jobs.cancel': command({
    summary: 'Give a job up that is not done',
    http: { method: 'POST', path: '/jobs/:id/cancel', status: 200 },
    may: DESK_AND_DRIVERS,
    requestId: 'optional',
    input: idInput.shape,
    output: job,
    errors: ['NOT_FOUND', 'INVALID_STATE'],
  }),
  'jobs.resolve': command({
    summary: 'Say whether an uncertain print came out: if not, it is printed again',
    http: { method: 'POST', path: '/jobs/:id/resolve', status: 200 },
    may: DESK_AND_DRIVERS,
    requestId: 'optional',
    input: { id, printed: flag },
    output: job,
    errors: ['NOT_FOUND', 'INVALID_STATE'],
  }),
  'jobs.batch': query({
    summary: 'How far a batch of prints or mails is',
    http: { method: 'GET', path: '/jobs/batches/:batch' },
    may: DESK_AND_DRIVERS,
    input: z.strictObject({ batch: z.uuid() }),
    output: counts,
    errors: ['NOT_FOUND'],
  }),
  'jobs.cancelBatch': command({
    summary: 'Give up what a batch has not begun',
    http: { method: 'POST', path: '/jobs/batches/:batch/cancel', status: 200 },
    may: DESK_AND_DRIVERS,
    requestId: 'optional',
    input: { batch: z.uuid() },
    output: z.object({ cancelled: z.int() }),
    errors: ['NOT_FOUND'],
  }),
};
