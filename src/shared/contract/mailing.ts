import { z } from 'zod';
import { command, query } from './define.ts';
import { flag, line, paragraph, requiredLine } from './fields.ts';
import { jobEnd } from './jobs.ts';

export const mailAddress = z.email('must be a mail address, like "office@example.com"').max(254);

const template = z.strictObject({ subject: requiredLine(200), body: paragraph(5000).min(1, 'must not be empty') });

export const MAILED_DOCUMENTS = ['invoice', 'receipt'] as const;
/** What stands in braces in a template, for what the document and the company say. */
export const MAIL_PLACEHOLDERS = ['customer', 'number', 'date', 'total', 'outstanding', 'dueDate', 'company'] as const;

export const mailSettings = z.strictObject({
  isEnabled: flag.describe('Off: nothing is mailed, and nothing waits to be'),
  host: line(253),
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  user: line(200).nullable(),
  fromName: line(120),
  fromAddress: mailAddress.nullable(),
  replyTo: mailAddress.nullable(),
  archiveTo: mailAddress.nullable().describe('Gets a copy of each mail, unseen by the customer'),
  automatic: flag.describe('Invoices are mailed by themselves to customers with an address'),
  templates: z.strictObject({ invoice: template, receipt: template }),
});

export const mail = {
  'mail.status': query({
    summary: 'Whether a password for the mail server is kept; never the password',
    http: { method: 'GET', path: '/mail' },
    may: ['ADMIN'],
    input: z.strictObject({}),
    output: z.object({ hasPassword: flag }),
  }),
  'mail.setPassword': command({
    summary: 'Keep or forget the mail server’s password, sealed with the data folder’s key',
    http: { method: 'PUT', path: '/mail/password' },
    may: ['ADMIN'],
    requestId: 'optional',
    input: { password: z.string().min(1).max(500).nullable() },
    output: z.object({ hasPassword: flag }),
    secret: ['password'],
  }),
  'mail.preview': query({
    summary: 'A subject and a text with their placeholders filled in',
    http: { method: 'POST', path: '/mail/preview', status: 200 },
    may: ['ADMIN'],
    input: z.strictObject({ document: z.enum(MAILED_DOCUMENTS), ...template.shape }),
    output: z.object({
      subject: z.string(),
      body: z.string(),
      unknown: z.array(z.string()).describe('Words in braces that stand for nothing'),
    }),
  }),
  'mail.test': command({
    summary: 'Send a test mail; waits up to ten seconds for the server’s answer',
    http: { method: 'POST', path: '/mail/test' },
    may: ['ADMIN'],
    requestId: 'optional',
    input: { to: mailAddress },
    output: jobEnd,
    errors: ['INVALID_STATE'],
  }),
};
