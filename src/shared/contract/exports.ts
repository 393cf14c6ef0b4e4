import { z } from 'zod';
import { MANAGERS } from '../roles.ts';
import { command, query } from './define.ts';
import { exportDestination, hostKey, sftpHost, sftpPort } from './export-settings.ts';
import { flag, id, idInput, instant, money } from './fields.ts';
import { JOB_STATES } from './jobs.ts';
import { listInput, listOutput } from './lists.ts';

/** How far a bundle is on its way to head office. */
export const bundleDelivery = z.object({
  jobId: id,
  state: z.enum(JOB_STATES),
  target: z.string().nullable().describe('Where it was to go when it was made or sent again, in words'),
  attempts: z.int(),
  reason: z.string().nullable().describe('Why it waits or failed, and what to do'),
  proof: z.string().nullable().describe('Who said that it is there'),
  runAfter: instant.describe('When it is tried next, while queued'),
  finishedAt: instant.nullable(),
});

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
  delivery: bundleDelivery.nullable().describe('null: nobody was to send it'),
});

const secret = (longest: number) => z.string().min(1).max(longest);

/** What lets us in at head office. Kept sealed with the data folder's key, and never told. */
export const exportSecrets = {
  password: secret(500).describe('SFTP'),
  privateKey: secret(16_000).describe('SFTP: the key’s file, PEM or OpenSSH'),
  passphrase: secret(500).describe('SFTP: what the private key is locked with'),
  token: secret(4_000)
    .regex(/^[\x21-\x7e]+$/, 'must be one word of plain letters, digits and signs')
    .describe('HTTPS: the bearer token'),
};
const SECRETS = ['password', 'privateKey', 'passphrase', 'token'] as const;
export type ExportSecretName = (typeof SECRETS)[number];

const keptSecrets = z.object({ password: flag, privateKey: flag, passphrase: flag, token: flag });

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
  'exports.sendAgain': command({
    summary: 'Send a bundle again, or at once when it waits for its next try; waits up to ten seconds for the answer',
    http: { method: 'POST', path: '/exports/:id/send', status: 200 },
    may: MANAGERS,
    requestId: 'optional',
    input: idInput.shape,
    output: bundleDelivery,
    errors: ['NOT_FOUND', 'INVALID_STATE'],
  }),
  'exports.plan': query({
    summary: 'When bundles were made and will be, what waits to be sent, and what is wrong with it',
    http: { method: 'GET', path: '/exports/plan' },
    may: MANAGERS,
    input: z.strictObject({}),
    output: z.object({
      nextRun: instant.nullable().describe('null: none is made by itself'),
      lastRun: instant.nullable().describe('The last bundle, made by itself or by hand'),
      hasNews: flag.describe('Something was committed since the last bundle; without that the schedule makes none'),
      waiting: z.int().describe('Bundles on their way'),
      failed: z.int().describe('Bundles that did not get there and are not tried again by themselves'),
      troubles: z.array(z.string()).describe('Each a sentence, with what to do'),
    }),
  }),
  'exports.secrets': query({
    summary: 'Which passwords, keys and tokens for head office are kept; never the secrets themselves',
    http: { method: 'GET', path: '/exports/secrets' },
    may: ['ADMIN'],
    input: z.strictObject({}),
    output: keptSecrets,
  }),
  'exports.setSecrets': command({
    summary: 'Keep or forget (null) passwords, keys and tokens for head office, sealed with the data folder’s key',
    http: { method: 'PUT', path: '/exports/secrets' },
    may: ['ADMIN'],
    requestId: 'optional',
    input: {
      password: exportSecrets.password.nullable().optional(),
      privateKey: exportSecrets.privateKey.nullable().optional(),
      passphrase: exportSecrets.passphrase.nullable().optional(),
      token: exportSecrets.token.nullable().optional(),
    },
    output: keptSecrets,
    secret: SECRETS,
  }),
  'exports.hostKey': query({
    summary: 'The fingerprint of an SFTP server’s key, for somebody to compare with what head office says',
    http: { method: 'POST', path: '/exports/host-key', status: 200 },
    may: ['ADMIN'],
    input: z.strictObject({ host: sftpHost, port: sftpPort.default(22) }),
    output: z.object({
      hostKey: hostKey.nullable(),
      trouble: z.string().nullable().describe('Why it cannot be told, and what to do'),
    }),
  }),
  'exports.test': query({
    summary: 'Whether a bundle could go there: writes a small file and removes it, by mail sends a letter',
    http: { method: 'POST', path: '/exports/test', status: 200 },
    may: ['ADMIN'],
    input: z.strictObject({
      destination: exportDestination,
      secrets: z.strictObject(exportSecrets).partial().optional().describe('In place of those that are kept'),
    }),
    output: z.object({ ok: flag, words: z.string().describe('Who said so, or what is wrong and what to do') }),
    secret: ['secrets'],
  }),
};
