import { z } from 'zod';
import { backupSettings } from './backups.ts';
import { command, query } from './define.ts';
import { exportSettings } from './export-settings.ts';
import { businessDate, flag, percent } from './fields.ts';
import { mailSettings } from './mailing.ts';
import { printerSettings } from './printing.ts';
import { companyFields } from './session.ts';

export const GST_MODES = ['exclusive', 'inclusive'] as const;

const company = z.strictObject({ ...companyFields, siteCode: z.string() });

const tax = z.strictObject({
  gstMode: z.enum(GST_MODES).describe('Whether prices are without or with GST'),
  cashRounding: flag.describe('Sales fully paid in cash are rounded to the nearest 5 cents'),
  rates: z
    .array(z.strictObject({ from: businessDate, rate: percent }))
    .min(1)
    .max(50),
});

const security = z.strictObject({
  backdateDays: z.int().min(0).max(36_500),
  lockedUntil: businessDate.nullable().describe('GST filed up to here: nothing may be dated on or before it'),
  idleMinutes: z.int().min(1).max(600),
});

const billing = z.strictObject({
  unusualUsageFactor: z.int().min(2).max(100).describe('Times the average of the last six readings'),
  warnUnpaidCash: flag.describe('Warn when a CASH customer’s sale is left unpaid'),
});

/** Every settings section. */
export const settingsSections = {
  company,
  tax,
  security,
  billing,
  printers: printerSettings,
  mail: mailSettings,
  backup: backupSettings,
  export: exportSettings,
};

export const settings = {
  'settings.get': query({
    summary: 'All settings by section',
    http: { method: 'GET', path: '/settings' },
    may: 'signedIn',
    input: z.strictObject({}),
    output: z.object(settingsSections),
  }),
  'settings.update': command({
    summary: 'Change settings: only the sections and fields given',
    http: { method: 'PATCH', path: '/settings' },
    may: ['ADMIN'],
    requestId: 'optional',
    input: {
      company: company.omit({ siteCode: true }).partial().optional(),
      tax: tax.partial().optional(),
      security: security.partial().optional(),
      billing: billing.partial().optional(),
      printers: printerSettings.partial().optional(),
      mail: mailSettings.partial().optional(),
      backup: backupSettings.partial().optional(),
      export: exportSettings.partial().optional(),
    },
    output: z.object(settingsSections),
    errors: ['INVALID_STATE'],
  }),
};
