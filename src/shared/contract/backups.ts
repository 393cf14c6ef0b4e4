import { z } from 'zod';
import { MANAGERS } from '../roles.ts';
import { command, query } from './define.ts';
import { instant, money } from './fields.ts';

export const backup = z.object({
  name: z.string().describe('Its file’s name, in backups of the data folder'),
  createdAt: instant,
  bytes: z.int(),
  reason: z.enum(['timed', 'asked', 'update']).describe('update: before a newer program changed the books'),
  commit: z.int().nullable().describe('The last commit in it'),
  sha256: z.string().nullable(),
  problems: z
    .array(z.string())
    .nullable()
    .describe('What the check found wrong in it; null when only the file itself was checked'),
});

export const backupSettings = z.strictObject({
  secondFolder: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .regex(/^(\/|[A-Za-z]:[\\/]|\\\\)/, 'must be a whole path, like "E:\\Depot backups"')
    .nullable()
    .describe('A folder on another disk that gets each backup as well; it must be there'),
});

const copyName = z.string().min(1).max(200).describe('Of a copy in the list');

export const backups = {
  'backups.list': query({
    summary: 'The copies of the books, newest first, and what is wrong with making them',
    http: { method: 'GET', path: '/backups' },
    may: MANAGERS,
    input: z.strictObject({}),
    output: z.object({ items: z.array(backup), secondFolder: z.string().nullable(), troubles: z.array(z.string()) }),
  }),
  'backups.run': command({
    summary: 'Copy the books now, and check the copy',
    http: { method: 'POST', path: '/backups', status: 201 },
    may: MANAGERS,
    requestId: 'optional',
    input: {},
    output: backup,
  }),
  'backups.since': query({
    summary: 'What was issued after a copy: to be entered again, were it restored',
    http: { method: 'GET', path: '/backups/since' },
    may: MANAGERS,
    input: z.strictObject({ name: copyName }),
    output: z.object({
      changes: z.int().describe('Commits after its last one'),
      invoices: z.int(),
      invoiced: money,
      receipts: z.int(),
    }),
    errors: ['NOT_FOUND', 'INVALID_STATE'],
  }),
  'backups.restore': command({
    summary: 'Put a copy in place of the books; what is there is kept, and everybody signs in again',
    http: { method: 'POST', path: '/backups/restore', status: 200 },
    may: ['ADMIN'],
    requestId: 'optional',
    input: { name: copyName },
    output: z.object({ name: z.string().describe('It is being restored: the next call waits until that is done') }),
    errors: ['NOT_FOUND', 'INVALID_STATE'],
  }),
};
