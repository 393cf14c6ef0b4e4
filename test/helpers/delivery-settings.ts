import type { WireInput } from '../../src/shared/contract/index.ts';

type Sections = WireInput<'settings.update'>;
export type PrinterSettings = NonNullable<Sections['printers']>;
export type MailSettings = NonNullable<Sections['mail']>;

const sheet = { printer: 'Office', paper: 'A4', copies: 1, automatic: false } as const;
const roll = { printer: 'Till', paper: 'ROLL80', copies: 1, automatic: false } as const;

/** A laser printer for sheets and a folder for rolls; nothing is printed unless it is asked for. */
export const PRINTERS = {
  devices: [
    { name: 'Office', address: { kind: 'system', queue: 'laser', tray: 'Tray 2' } },
    { name: 'Till', address: { kind: 'file', folder: '/srv/rolls' } },
  ],
  documents: {
    invoice: sheet,
    simplifiedInvoice: { ...roll, printer: null },
    receipt: roll,
    deliveryNote: sheet,
    distribution: { ...sheet, copies: 2 },
  },
} as const satisfies PrinterSettings;

/** Mail is on, and nothing is mailed unless it is asked for. */
export const MAIL = {
  isEnabled: true,
  host: 'mail.hsh.example',
  fromName: 'HSH LPG',
  fromAddress: 'billing@hsh.example',
  automatic: false,
} as const satisfies MailSettings;
