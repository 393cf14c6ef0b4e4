import { z } from 'zod';
import { type Paper, PAPERS } from '../roll-document.ts';
import { DESK_AND_DRIVERS } from '../roles.ts';
import { command, query } from './define.ts';
import { flag, line, requiredLine } from './fields.ts';
import { jobEnd } from './jobs.ts';

/** What is printed, each on its own printer and paper. */
export const PRINTED_DOCUMENTS = ['invoice', 'simplifiedInvoice', 'receipt', 'deliveryNote', 'distribution'] as const;
export type PrintedDocument = (typeof PRINTED_DOCUMENTS)[number];

/** The papers each is made for. On a smaller one its sheet would be cut off: nothing is scaled. */
export const PAPERS_FOR: Readonly<Record<PrintedDocument, readonly Paper[]>> = {
  invoice: ['A4'],
  simplifiedInvoice: ['ROLL80', 'ROLL58'],
  receipt: PAPERS,
  deliveryNote: ['A4'],
  distribution: ['A4'],
};

const printerAddress = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('system').describe('A queue of this computer: CUPS or Windows'),
    queue: requiredLine(200),
    tray: line(100).nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('escpos').describe('A till printer on the network, spoken to directly'),
    host: requiredLine(253).regex(/^[\p{L}\p{N}.:_-]+$/u, 'must be a name or an address, like "192.168.1.50"'),
    port: z.int().min(1).max(65_535).default(9100),
    paper: z.enum(['ROLL80', 'ROLL58']).default('ROLL80'),
    hasChinese: flag
      .default(false)
      .describe('It has Chinese characters of its own; otherwise they are sent as a picture'),
    hasDrawer: flag.default(false).describe('A cash drawer hangs on it'),
  }),
  z.strictObject({
    kind: z.literal('file').describe('PDFs into a folder, for demonstrations and tests'),
    folder: requiredLine(500),
  }),
]);

export const printerName = requiredLine(60);
const device = z.strictObject({ name: printerName, address: printerAddress });
export const copies = z.int().min(1).max(9);

const printed = z.strictObject({
  printer: printerName.nullable().describe('The name of one of `devices`; null: not printed here'),
  paper: z.enum(PAPERS),
  copies,
  automatic: flag.describe('Printed by itself when it is issued'),
});

export const printerSettings = z.strictObject({
  devices: z.array(device).max(50),
  documents: z.strictObject({
    invoice: printed,
    simplifiedInvoice: printed.describe('On the roll instead of the full invoice, where IRAS allows it'),
    receipt: printed,
    deliveryNote: printed,
    distribution: printed,
  }),
  sumatraPdfPath: line(500).nullable().describe('Windows: a newer SumatraPDF than the one that comes along'),
});

const found = z.object({ queue: z.string(), description: z.string(), isDefault: flag });

export const printers = {
  'printers.list': query({
    summary: 'The printers this computer knows',
    http: { method: 'GET', path: '/printers' },
    may: ['ADMIN'],
    input: z.strictObject({}),
    output: z.object({
      items: z.array(found),
      trouble: z.string().nullable().describe('Why this computer cannot tell its printers, and what to do'),
    }),
  }),
  'printers.status': query({
    summary: 'How a printer is, as far as it says',
    http: { method: 'GET', path: '/printers/status' },
    may: DESK_AND_DRIVERS,
    input: z.strictObject({ printer: printerName }),
    output: z.object({ state: z.enum(['ready', 'stopped', 'unreachable', 'unknown']), words: z.string() }),
    errors: ['NOT_FOUND'],
  }),
  'printers.test': command({
    summary: 'Print a test page; waits up to ten seconds for what becomes of it',
    http: { method: 'POST', path: '/printers/test' },
    may: ['ADMIN'],
    requestId: 'optional',
    input: { printer: printerName, paper: z.enum(PAPERS) },
    output: jobEnd,
    errors: ['NOT_FOUND'],
  }),
};
