import type { z } from 'zod';
import type { mailSettings } from '../../../shared/contract/mailing.ts';
import type { printerSettings } from '../../../shared/contract/printing.ts';
import { DEFAULT_TEMPLATES } from '../../domain/mail-template.ts';

const sheet = { printer: null, paper: 'A4', copies: 1, automatic: true } as const;
const roll = { ...sheet, paper: 'ROLL80' } as const;

/** No printer is known until somebody chooses one; then documents are printed by themselves. */
export const defaultPrinters: z.input<typeof printerSettings> = {
  devices: [],
  documents: {
    invoice: sheet,
    simplifiedInvoice: roll,
    receipt: roll,
    deliveryNote: sheet,
    // A slip is printed when the storeman asks for it.
    distribution: { ...sheet, automatic: false },
  },
  sumatraPdfPath: null,
};

export const defaultMail: z.input<typeof mailSettings> = {
  isEnabled: false,
  host: '',
  port: 587,
  security: 'starttls',
  user: null,
  fromName: '',
  fromAddress: null,
  replyTo: null,
  archiveTo: null,
  automatic: true,
  templates: { invoice: DEFAULT_TEMPLATES.invoice, receipt: DEFAULT_TEMPLATES.receipt },
};
