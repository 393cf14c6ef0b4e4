import { z } from 'zod';
import { requiredLine } from './fields.ts';
import { mailAddress } from './mailing.ts';

/** A fingerprint as OpenSSH shows it: SHA-256 of the server's key, base64 without its padding. */
export const hostKey = z
  .string()
  .trim()
  .regex(/^SHA256:[A-Za-z0-9+/]{43}$/, 'must be a fingerprint, like "SHA256:" and 43 letters and digits');

export const sftpHost = requiredLine(253).regex(
  /^[\p{L}\p{N}.:_-]+$/u,
  'must be a name or an address, like "sftp.hq.example"',
);
export const sftpPort = z.int().min(1).max(65_535);

/** Where bundles go. What lets us in there (passwords, keys, tokens) is kept sealed, and is not here. */
export const exportDestination = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none').describe('They stay in the data folder') }),
  z.strictObject({
    kind: z.literal('folder'),
    folder: requiredLine(500)
      .regex(/^(\/|[A-Za-z]:[\\/]|\\\\)/, 'must be a whole path, like "\\\\hq-server\\bundles"')
      .describe('A folder of this computer or of a share; it must be there'),
  }),
  z.strictObject({
    kind: z.literal('sftp'),
    host: sftpHost,
    port: sftpPort.default(22),
    user: requiredLine(200),
    signInWith: z.enum(['password', 'key']),
    folder: requiredLine(500).describe(
      'On the server: from its root, or from where the user arrives; it must be there',
    ),
    hostKey: hostKey.describe('The server must have this key, or nothing is sent'),
  }),
  z.strictObject({
    kind: z.literal('mail').describe('By the mail server of the settings'),
    to: mailAddress,
  }),
  z.strictObject({
    kind: z.literal('https').describe('PUT under this address'),
    address: requiredLine(1000)
      .regex(/^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/, 'must be an address, like "https://hq.example/bundles"')
      .describe('Of a folder, without user name, question mark and fragment; http only for this computer itself'),
  }),
]);

const at = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of the day, like "18:00"')
  .meta({ examples: ['18:00'] })
  .describe('Depot time');

/** When a bundle is made by itself. */
export const exportSchedule = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('never') }),
  z.strictObject({ every: z.literal('day'), at }),
  z.strictObject({ every: z.literal('week'), weekday: z.int().min(1).max(7).describe('1 is Monday'), at }),
  z.strictObject({ every: z.literal('month'), day: z.int().min(1).max(28), at }),
]);

export const exportSettings = z.strictObject({ destination: exportDestination, schedule: exportSchedule });

export type ExportDestination = z.output<typeof exportDestination>;
export type ExportSchedule = z.output<typeof exportSchedule>;
