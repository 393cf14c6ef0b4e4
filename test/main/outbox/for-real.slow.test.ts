import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { openMailer } from '../../../src/main/adapters/mailer-smtp.ts';
import { openChromiumPdf } from '../../../src/main/adapters/pdf-chromium.ts';
import type { WireInput } from '../../../src/shared/contract/index.ts';
import { bundledFonts } from '../../helpers/bundled-fonts.ts';
import { decodeEscpos, linesOf } from '../../helpers/escpos-decode.ts';
import { LOOPBACK_CERTIFICATE } from '../../helpers/mail-certificates.ts';
import { type DeliveryDesk, jobsOf, openDeliveryDesk } from '../../helpers/open-delivery-desk.ts';
import { openSmtpServer } from '../../helpers/open-smtp-server.ts';
import { requestId } from '../../helpers/open-test-console.ts';
import { openTillPrinter, WELL } from '../../helpers/open-till-printer.ts';
import { pagesOf, pageSizesOf } from '../../helpers/pdf-contents.ts';
import { newFolder } from '../db/books.ts';

// A sale on its whole way, with nothing that is make-believe but the far ends: Chromium draws, the folder and the till
// printer are printed on, the letter goes over TLS.

const DRAWER_KICK = Buffer.from([0x1b, 0x70, 0x00, 0x19, 0xfa]);

const fonts = bundledFonts();
afterAll(() => fonts.remove());

const none = { printer: null, paper: 'A4', copies: 1, automatic: true } as const;
const onSheet = { ...none, printer: 'Folder' };
const onRoll = { ...none, printer: 'Till', paper: 'ROLL80' } as const;
type Documents = NonNullable<WireInput<'settings.update'>['printers']>['documents'];

/** Invoices come out in a folder and receipts at the till, unless said. */
async function openRealDesk(documents: Partial<Documents> = {}) {
  const till = await openTillPrinter({ state: () => WELL, end: (id) => [`7"${id}\0`] });
  onTestFinished(() => till[Symbol.asyncDispose]());
  const { at, letters } = await openSmtpServer('tls');
  const folder = newFolder();
  const real = {
    pdf: openChromiumPdf(),
    fontsDir: fonts.dir,
    mailer: openMailer({ ca: LOOPBACK_CERTIFICATE.cert }),
    printers: 'real',
  } as const;
  const desk = await openDeliveryDesk(real);
  const address = { kind: 'escpos', host: '127.0.0.1', port: till.port, paper: 'ROLL80', hasDrawer: true } as const;
  await desk.admin('settings.update', {
    printers: {
      devices: [
        { name: 'Folder', address: { kind: 'file', folder } },
        { name: 'Till', address },
      ],
      documents: {
        invoice: onSheet,
        simplifiedInvoice: { ...onRoll, printer: null },
        receipt: onRoll,
        deliveryNote: none,
        distribution: none,
        ...documents,
      },
    },
    mail: {
      isEnabled: true,
      host: at.host,
      port: at.port,
      security: 'tls',
      user: 'hsh',
      fromName: 'HSH LPG',
      fromAddress: 'billing@hsh.example',
    },
  });
  await desk.admin('mail.setPassword', { password: 'open sesame' });
  const printed = (name: string) => readFileSync(path.join(folder, name));
  return { ...desk, desk, till, letters, printed, files: () => readdirSync(folder).toSorted() };
}

async function sellForCash({ admin, house, depotId, hose }: DeliveryDesk, customerId: number) {
  const sale = await admin('transactions.create', {
    requestId: requestId(),
    customerId,
    source: { kind: 'depot', depotId },
    items: [{ type: 'service', serviceId: hose.id, quantity: 1 }],
    payment: { method: 'CASH', amount: '13.10', tendered: '15.00' },
  });
  await house.drain();
  return sale;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

test('an invoice comes out in the folder and arrives by mail as the very file that is kept', async () => {
  const { admin, house, sell, desk, letters, printed, files } = await openRealDesk();
  const { id, number } = await sell();
  await house.drain();
  const { pdfPath, ...invoice } = await admin('invoices.get', { id });
  const kept = readFileSync(path.join(house.dataDir, 'documents', pdfPath ?? ''));
  expect(await pagesOf(kept)).toMatchObject([expect.stringContaining(number)]);
  expect(files()).toEqual([`${number}.pdf`]);
  expect(sha256(printed(`${number}.pdf`))).toBe(sha256(kept));

  expect(letters).toMatchObject([
    { from: 'billing@hsh.example', to: ['kitchen@tan-seafood.example'], user: 'hsh', encrypted: true },
  ]);
  const { from, to, subject, messageId, text, attachments } = await PostalMime.parse(letters[0]?.bytes ?? '');
  expect(from).toMatchObject({ name: 'HSH LPG', address: 'billing@hsh.example' });
  expect(to).toMatchObject([{ address: 'kitchen@tan-seafood.example' }]);
  expect(subject).toContain(number);
  expect(text).toContain(`$${invoice.total}`);
  expect(messageId).toMatch(/^<[0-9a-f]{40}@hsh\.example>$/);
  expect(attachments).toMatchObject([{ filename: `${number}.pdf`, mimeType: 'application/pdf' }]);
  expect(sha256(new Uint8Array(attachments[0]?.content as ArrayBuffer))).toBe(sha256(kept));

  expect(invoice).toMatchObject({ printCount: 1, emailCount: 1, status: 'emailed' });
  expect(await jobsOf(desk, id, 'PRINT')).toMatchObject([
    { state: 'done', proof: expect.stringMatching(/^saved as /) as string },
  ]);

  await admin('invoices.print', { id });
  await house.drain();
  expect(files()).toEqual([`${number} (2).pdf`, `${number}.pdf`]);
  const wordsOf = async (name: string) => (await pagesOf(printed(name))).join(' ').split(' ');
  expect(await wordsOf(`${number}.pdf`)).not.toContain('COPY');
  expect(await wordsOf(`${number} (2).pdf`)).toContain('COPY');
  expect(await admin('invoices.get', { id })).toMatchObject({ printCount: 2 });
});

test('a receipt comes out at the till, cut, with the drawer open; printed again it is a copy, and the drawer stays shut', async () => {
  const { admin, house, desk, till, customer } = await openRealDesk();
  const { receipt } = await sellForCash(desk, customer.id);
  const bytes = till.received();
  const lines = linesOf(decodeEscpos(bytes));
  expect(lines.join('\n')).toContain(receipt?.number);
  expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/13\.10$/), '[cut]', '[drawer]']));
  expect(lines.join('\n')).not.toContain('COPY');
  expect(bytes.includes(DRAWER_KICK)).toBe(true);

  await admin('payments.printReceipt', { id: receipt?.paymentId ?? 0 });
  await house.drain();
  const again = till.received().subarray(bytes.length);
  expect(linesOf(decodeEscpos(again)).join('\n')).toContain('COPY');
  expect(again.includes(DRAWER_KICK)).toBe(false);
  expect(await admin('audit.list', { action: 'receipt.printed', sort: 'id' })).toMatchObject({
    items: [{ after: { copy: false } }, { after: { copy: true } }],
  });
});

test('a simplified invoice comes out on the roll, says what was paid, and a Chinese name is drawn', async () => {
  const { desk, till, files } = await openRealDesk({ simplifiedInvoice: onRoll });
  const { id } = await desk.addCustomer({ name: '福满楼海鲜餐馆' });
  const { invoice } = await sellForCash(desk, id);
  const lines = linesOf(decodeEscpos(till.received()));
  const paper = lines.join('\n');
  expect(paper).toContain(invoice?.number);
  expect(paper).toMatch(/Tax Invoice/i);
  expect(lines).toEqual(
    expect.arrayContaining([expect.stringMatching(/^\[picture \d+ x \d+\]$/), '[cut]', '[drawer]']),
  );
  expect(paper).toMatch(/Change\s+1\.90/);
  // It says all that a receipt would.
  expect(till.orders()).toHaveLength(1);
  expect(files()).toEqual([]);
  expect(await jobsOf(desk, invoice?.id ?? 0, 'PRINT')).toMatchObject([
    { state: 'done', proof: expect.stringContaining('reported the end of printing') as string },
  ]);
});

test('a receipt for a printer with a roll is a page as wide as the roll, and as high as what is on it', async () => {
  const { desk, customer, printed } = await openRealDesk({ receipt: { ...onRoll, printer: 'Folder' } });
  const { receipt } = await sellForCash(desk, customer.id);
  const pdf = printed(`${receipt?.number}.pdf`);
  const [size, ...others] = await pageSizesOf(pdf);
  expect(others).toEqual([]);
  expect(size?.widthMm).toBeCloseTo(80, 0);
  expect(size?.heightMm).toBeGreaterThan(60);
  expect(size?.heightMm).toBeLessThan(200);
  expect((await pagesOf(pdf))[0]).toContain(receipt?.number);
});
