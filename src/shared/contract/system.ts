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
      jobs: z.object({ queued: z.int(), failed: z.int() }),
      lastBackup: instant.nullable(),
      lastExport: instant.nullable(),
    }),
  }),
};

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
        .record(z.string().max(40), z.string().max(20_000_000))
        .describe('File name → its text, as in samples/depot-kb1'),
      dryRun: z.boolean().optional().describe('Only check'),
    },
    output: z.object({
      problems: z.array(
        z.object({
          file: z.string(),
          line: z.int(),
          column: z.string(),
          reason: z.string(),
        }),
      ),
      created: z.record(z.string(), z.int()),
      unchanged: z.record(z.string(), z.int()),
      oneTimePasswords: z.array(z.object({ username: z.string(), password: z.string() })),
    }),
    errors: ['VALIDATION'],
    secret: ['files'],
  }),
};
