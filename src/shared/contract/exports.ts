import { z } from 'zod';
import { MANAGERS } from '../roles.ts';
import { command, query } from './define.ts';
import { id, idInput, instant, money } from './fields.ts';
import { listInput, listOutput } from './lists.ts';

export const bundle = z.object({
  id,
  sequence: z.int(),
  file: z.string().describe('Its name in the folder bundles of the data folder'),
  sha256: z.string(),
  createdAt: instant,
  fromCommit: z.int(),
  toCommit: z.int(),
  counts: z.record(z.string(), z.int()).describe('File → its rows'),
  totals: z.object({
    invoices: money,
    tax: money,
    creditNotes: money,
    payments: money,
    writeOffs: money,
    deposits: money,
  }),
});

/** Signed bundles for head office (domain.md, "Head office"). */
export const exports = {
  'exports.run': command({
    summary: 'Make the next bundle: all commits since the last one, signed',
    http: { method: 'POST', path: '/exports', status: 201 },
    may: MANAGERS,
    requestId: 'optional',
    input: {},
    output: bundle,
    errors: ['INVALID_STATE', 'CONFLICT'],
  }),
  'exports.list': query({
    summary: 'The bundles that were made, newest first',
    http: { method: 'GET', path: '/exports' },
    may: MANAGERS,
    input: listInput(['-id', 'id'], {}, 'The number of the bundle'),
    output: listOutput(bundle),
  }),
  'exports.progress': query({
    summary: 'How far the bundle is that is being made',
    http: { method: 'GET', path: '/exports/progress' },
    may: MANAGERS,
    input: z.strictObject({}),
    output: z.object({ rows: z.int().nullable().describe('Rows written; null when none is being made') }),
  }),
  'exports.cancel': command({
    summary: 'Give up the bundle that is being made; its number is not used',
    http: { method: 'POST', path: '/exports/cancel', status: 200 },
    may: MANAGERS,
    requestId: 'optional',
    input: {},
    output: z.object({ cancelled: z.boolean() }),
  }),
  'exports.key': query({
    summary: 'The public key of this site, for head office',
    http: { method: 'GET', path: '/exports/key' },
    may: MANAGERS,
    input: z.strictObject({}),
    output: z.object({ publicKey: z.string().describe('PEM'), fingerprint: z.string().describe('Its SHA-256') }),
  }),
  'exports.verify': query({
    summary: 'Whether a bundle is still what was signed, and what is wrong with it',
    http: { method: 'GET', path: '/exports/:id/verify' },
    may: MANAGERS,
    input: idInput,
    output: z.object({ ok: z.boolean(), problems: z.array(z.string()) }),
    errors: ['NOT_FOUND'],
  }),
};
