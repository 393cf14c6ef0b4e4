import { z } from 'zod';
import { REVIEWERS } from '../roles.ts';
import { query } from './define.ts';
import { businessDate, id, idInput, instant } from './fields.ts';
import { listInput, listOutput } from './lists.ts';

export const auditRow = z.object({
  id: z.int().positive().describe('Place in the chain: 1, 2, 3 … without a gap'),
  instant,
  userId: id.nullable(),
  username: z.string().nullable(),
  approverId: id.nullable(),
  approverName: z.string().nullable(),
  action: z.string(),
  entityType: z.string(),
  entityId: z.int().nullable(),
  entityNumber: z.string().nullable(),
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
  reason: z.string().nullable(),
  hash: z.string(),
});

export const audit = {
  'audit.list': query({
    summary: 'Who did what, newest first',
    http: { method: 'GET', path: '/audit' },
    may: REVIEWERS,
    input: listInput(
      ['-id', 'id'],
      {
        action: z.string().max(60).optional(),
        entityType: z.string().max(40).optional(),
        entityId: id.optional(),
        userId: id.optional(),
        from: businessDate.optional(),
        to: businessDate.optional(),
      },
      'The beginning of the number or code of what was done to, or its running number (123, 2026-123); any part of the user’s name or of the action',
    ),
    output: listOutput(auditRow),
  }),
  'audit.get': query({
    summary: 'One audit row with before and after',
    http: { method: 'GET', path: '/audit/:id' },
    may: REVIEWERS,
    input: idInput,
    output: auditRow,
    errors: ['NOT_FOUND'],
  }),
  'audit.verify': query({
    summary: 'Walks the chain and compares it with the anchor file; names the first broken row',
    http: { method: 'GET', path: '/audit/verify' },
    may: REVIEWERS,
    input: z.strictObject({}),
    output: z.object({
      ok: z.boolean(),
      rows: z.int(),
      head: z.string(),
      firstBroken: z.object({ id: z.int(), reason: z.string() }).optional(),
    }),
  }),
};
