import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAIL, type MailSettings, PRINTERS, type PrinterSettings } from '../../../helpers/delivery-settings.ts';
import { type EdgeCase, openEdgeCase, problemOf } from '../../../helpers/open-edge-case.ts';
import { printedSince } from '../../../helpers/what-leaves.ts';

let edge: EdgeCase;
beforeAll(async () => {
  edge = await openEdgeCase();
  await edge.admin('settings.update', { printers: PRINTERS, mail: MAIL });
});
afterAll(() => edge.console.remove());

const { documents } = PRINTERS;
const bar = { kind: 'escpos', host: 'till.local', port: 9100, paper: 'ROLL58' } as const;
const devices: NonNullable<PrinterSettings['devices']> = [...PRINTERS.devices, { name: 'Bar', address: bar }];
const file = (folder: string) => ({ name: 'Folder', address: { kind: 'file' as const, folder } });

/** The field and the words that settings are refused with. */
async function refusalOf(change: { printers: PrinterSettings } | { mail: MailSettings }): Promise<string> {
  const before = await edge.admin('settings.get', {});
  const { code, details } = await problemOf(edge.admin('settings.update', change));
  expect(code).toBe('VALIDATION');
  expect(await edge.admin('settings.get', {})).toEqual(before);
  const { errors } = details as { errors: { path: string; message: string }[] };
  return errors.map(({ path, message }) => `${path} ${message}`).join('; ');
}

describe('printers are refused', () => {
  test.each<[string, PrinterSettings, string]>([
    [
      'two of one name',
      { devices: [...devices, { name: 'Bar', address: bar }] },
      'devices.3.name Two printers are called “Bar”.',
    ],
    [
      'a queue that would be an option of the print command',
      { devices: [...devices, { name: 'Odd', address: { kind: 'system', queue: '-o raw' } }] },
      'devices.3.address.queue must not begin with a dash',
    ],
    [
      'a document on a printer that is not there',
      { devices: devices.slice(1) },
      'documents.invoice.printer There is no printer “Office”.',
    ],
    [
      'an invoice on a roll',
      { documents: { ...documents, invoice: { ...documents.invoice, paper: 'ROLL80' } } },
      'documents.invoice.paper needs A4',
    ],
    [
      'an invoice on a sheet that would cut it off',
      { documents: { ...documents, invoice: { ...documents.invoice, paper: 'A5' } } },
      'documents.invoice.paper needs A4',
    ],
    [
      'a simplified invoice on a sheet',
      { documents: { ...documents, simplifiedInvoice: { ...documents.simplifiedInvoice, paper: 'A4' } } },
      'documents.simplifiedInvoice.paper needs a roll: 80 or 58 mm',
    ],
    [
      'a slip on a till printer',
      { devices, documents: { ...documents, distribution: { ...documents.distribution, printer: 'Bar' } } },
      'documents.distribution.paper “Bar” takes rolls only.',
    ],
    [
      'a receipt on a sheet of a till printer',
      { devices, documents: { ...documents, receipt: { ...documents.receipt, printer: 'Bar', paper: 'A5' } } },
      'documents.receipt.paper “Bar” takes rolls only.',
    ],
    [
      'a receipt on a roll that is not in the till printer',
      { devices, documents: { ...documents, receipt: { ...documents.receipt, printer: 'Bar' } } },
      'documents.receipt.paper “Bar” has another roll in it.',
    ],
  ])('for %s', async (_what, printers, words) => {
    expect(await refusalOf({ printers })).toBe(`printers.${words}`);
  });

  test('for a folder that hangs on where the program happens to run, and not for a whole path', async () => {
    for (const folder of ['Invoices', './invoices', '../invoices', 'C:Invoices', '~/invoices', 'file:///srv']) {
      const words = 'printers.devices.3.address.folder must be a whole path, like C:\\Invoices';
      expect([folder, await refusalOf({ printers: { devices: [...devices, file(folder)] } })]).toEqual([folder, words]);
    }
    for (const folder of ['/srv/invoices', 'C:\\Invoices', 'd:/Invoices', '\\\\server\\share', '/']) {
      const { printers } = await edge.admin('settings.update', { printers: { devices: [...devices, file(folder)] } });
      expect(printers.devices).toContainEqual(file(folder));
    }
    await edge.admin('settings.update', { printers: PRINTERS });
  });

  test('a receipt may be on any paper', async () => {
    for (const paper of ['A4', 'A5', 'ROLL80', 'ROLL58'] as const) {
      const receipt = { ...documents.receipt, paper };
      const { printers } = await edge.admin('settings.update', { printers: { documents: { ...documents, receipt } } });
      expect(printers.documents.receipt.paper).toBe(paper);
    }
    await edge.admin('settings.update', { printers: PRINTERS });
  });
});

describe('mail is refused', () => {
  const template = { subject: '{number}', body: 'Dear {customer}' };
  test.each<[string, MailSettings, string]>([
    ['without a server', { host: '' }, 'host must be entered before mail is turned on'],
    ['without a sender', { fromAddress: null }, 'fromAddress must be entered before mail is turned on'],
    [
      'with braces in a text that stand for nothing',
      { templates: { invoice: { ...template, body: 'Dear {custmer}' }, receipt: template } },
      'templates.invoice.body {custmer} stands for nothing: write it another way.',
    ],
    [
      'with braces in a subject that stand for nothing',
      { templates: { invoice: template, receipt: { ...template, subject: '{no}' } } },
      'templates.receipt.subject {no} stands for nothing: write it another way.',
    ],
  ])('%s', async (_what, mail, words) => {
    expect(await refusalOf({ mail })).toBe(`mail.${words}`);
  });

  test('but not while it is off: then half of it may be entered', async () => {
    const off = { isEnabled: false, host: '', fromAddress: null };
    expect((await edge.admin('settings.update', { mail: off })).mail).toMatchObject(off);
    await edge.admin('settings.update', { mail: MAIL });
  });
});

describe('a change of settings', () => {
  test('keeps every other section, and every other field of its own', async () => {
    const before = await edge.admin('settings.get', {});
    const after = await edge.admin('settings.update', {
      mail: { fromName: 'HSH' },
      printers: { sumatraPdfPath: 'S.exe' },
    });
    expect(after).toEqual({
      ...before,
      mail: { ...before.mail, fromName: 'HSH' },
      printers: { ...before.printers, sumatraPdfPath: 'S.exe' },
    });
    expect(await edge.admin('settings.get', {})).toEqual(after);
    await edge.admin('settings.update', { tax: { cashRounding: false } });
    expect(await edge.admin('settings.get', {})).toEqual({ ...after, tax: { ...after.tax, cashRounding: false } });
    const { items } = await edge.admin('audit.list', { action: 'settings.update', limit: 2, sort: '-id' });
    expect(items[1]).toMatchObject({
      before: { mail: { fromName: 'HSH LPG' } },
      after: { mail: { fromName: 'HSH' }, tax: { cashRounding: true } },
    });
  });

  test('holds for what is asked for from then on, and not for what is asked for already', async () => {
    const { invoice } = await edge.sell([edge.deliver(1)]);
    const id = invoice?.id ?? 0;
    edge.console.tray.outcome = { state: 'failed', reason: 'Out of paper.', retry: true };
    await edge.admin('invoices.print', { id });
    await edge.console.drain();
    edge.console.tray.outcome = { state: 'printed', proof: 'done' };
    await edge.admin('settings.update', {
      printers: { documents: { ...documents, invoice: { ...documents.invoice, printer: 'Till', copies: 2 } } },
    });
    await edge.admin('invoices.print', { id });
    edge.console.clock.set(new Date(edge.console.clock.now().getTime() + 60_000));
    expect(await printedSince(edge.console)).toEqual([
      `${invoice?.number} on A4 of /srv/rolls ×2`,
      `${invoice?.number} on A4 of laser`,
    ]);
  });
});
