import { describe, expect, it } from 'vitest';
import {
  afterRename,
  type Device,
  devicesFor,
  documentsOn,
  onPrinter,
} from '../../src/renderer/features/settings/printing-form.ts';

const OFFICE: Device = { name: 'Office', address: { kind: 'system', queue: 'laser', tray: null } };
const TILL: Device = { name: 'Till', address: { kind: 'escpos', host: '192.168.1.50', port: 9100, paper: 'ROLL58' } };
const DEVICES = [OFFICE, TILL];

const sheet = (printer: string | null) => ({ printer, paper: 'A4', copies: 1, automatic: true }) as const;
const DOCUMENTS = {
  invoice: sheet('Office'),
  simplifiedInvoice: { ...sheet('Till'), paper: 'ROLL58' },
  receipt: { ...sheet('Till'), paper: 'ROLL58' },
  deliveryNote: sheet(null),
  distribution: sheet('Office'),
} as const;

describe('what is printed where', () => {
  it('offers a till printer only for what goes on a roll', () => {
    expect(devicesFor('invoice', DEVICES).map(({ name }) => name)).toEqual(['Office']);
    expect(devicesFor('receipt', DEVICES).map(({ name }) => name)).toEqual(['Office', 'Till']);
  });

  it('takes the roll that lies in the chosen till printer', () => {
    const before = { printer: null, paper: 'ROLL80', copies: '1', automatic: true } as const;
    expect(onPrinter(before, 'Till', DEVICES)).toEqual({ ...before, printer: 'Till', paper: 'ROLL58' });
    expect(onPrinter(before, 'Office', DEVICES)).toEqual({ ...before, printer: 'Office' });
  });

  it('goes with a printer that is called something else, and ends with one that is taken away', () => {
    expect(documentsOn(DOCUMENTS, 'Till')).toEqual(['simplifiedInvoice', 'receipt']);
    expect(documentsOn(afterRename(DOCUMENTS, 'Till', 'Counter till'), 'Counter till')).toEqual([
      'simplifiedInvoice',
      'receipt',
    ]);
    const without = afterRename(DOCUMENTS, 'Office', null);
    expect([without.invoice.printer, without.receipt.printer]).toEqual([null, 'Till']);
  });
});
