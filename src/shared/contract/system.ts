import { z } from 'zod';
import { command, query } from './define.ts';
import { instant } from './fields.ts';

export const system = {
  'system.health': query({
    summary: 'Version, schema, database, jobs',
    http: { method: 'GET', path: '/health' },
    may: 'anyone',
    input: z.strictObject({}),
    output: z.object({
      version: z.string(),
      schema: z.int(),
      database: z.enum(['ok', 'damaged']),
      jobs: z.object({ queued: z.int(), failed: z.int(), uncertain: z.int() }),
      lastBackup: instant.nullable(),
      lastExport: instant.nullable(),
      notices: z.array(z.string()).describe('What somebody at this computer should see to, each a sentence'),
      integrity: z.object({
        state: z.enum(['checking', 'ok', 'broken']).describe('What the check of the books after the start has found'),
        problems: z.array(z.string()).describe('What does not fit; only told to whoever is signed in'),
        checkedAt: instant.nullable(),
      }),
    }),
  }),
  'system.rebuild': command({
    summary: 'Works out the kept balances of stock, customers and invoices again from the ledger, and mends them',
    http: { method: 'POST', path: '/system/rebuild' },
    may: ['ADMIN'],
    requestId: 'optional',
    input: {},
    output: z.object({
      stockBalances: z.int().describe('How many were not what their movements say'),
      customerAccounts: z.int(),
      invoiceFacts: z.int(),
      mended: z.array(z.string()).describe('What differed, the first hundred'),
    }),
  }),
};

/** Letters of all files together; HTTP takes 25 MB. */
const LARGEST_IMPORT = 20_000_000;

const imported = z.object({
  problems: z.array(
    z.object({
      file: z.string(),
      line: z.int().describe('From 1, headings included; 0: the whole file'),
      column: z.string().describe('Empty: the whole line'),
      reason: z.string(),
    }),
  ),
  moreProblems: z.int().describe('Problems beyond those listed'),
  created: z.record(z.string(), z.int()).describe('company, depots, users … → how many'),
  unchanged: z.record(z.string(), z.int()).describe('What was there already, and stays as it is'),
  oneTimePasswords: z.array(z.object({ username: z.string(), password: z.string() })),
});

export const imports = {
  'imports.run': command({
    summary:
      'Brings in a folder of CSV files (company, depots, users, equipment, services, customers, rates, opening stock)',
    http: { method: 'POST', path: '/imports', status: 201 },
    may: ['ADMIN'],
    // Its answer holds one-time passwords, which must not be stored; repeating it changes nothing anyway.
    requestId: 'none',
    input: {
      files: z
        .record(z.string().max(255), z.string())
        .refine(
          (files) => Object.values(files).reduce((sum, text) => sum + text.length, 0) <= LARGEST_IMPORT,
          'is more than 20 MB: bring it in in parts',
        )
        .describe('File name → its text, as in samples/depot-kb1'),
      dryRun: z
        .boolean()
        .optional()
        .describe('Only check: answers the problems, or what would be created; otherwise problems are VALIDATION'),
    },
    output: imported,
    errors: ['VALIDATION'],
    secret: ['files'],
  }),
  'imports.sample': command({
    summary:
      'Brings in the sample depot that comes with the program, while there are no goods and customers of one’s own',
    http: { method: 'POST', path: '/imports/sample', status: 201 },
    may: ['ADMIN'],
    // As above: one-time passwords.
    requestId: 'none',
    input: {},
    output: imported,
    errors: ['VALIDATION', 'INVALID_STATE'],
  }),
};
