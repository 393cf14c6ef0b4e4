import { readFile } from 'node:fs/promises';
import { beforeEach, expect, test } from 'vitest';
import type { PrintOutcome } from '../../../../src/main/adapters/printer.ts';
import { DESK_PRINTERS, type DeliveryDesk, later, openDeliveryDesk } from '../../../helpers/open-delivery-desk.ts';
import { noPdf, requestId } from '../../../helpers/open-test-console.ts';

/** Paper that can be read: what comes out is the page's HTML. */
const legible = { ...noPdf, render: (html: string) => Promise.resolve(new TextEncoder().encode(html)) };

let desk: DeliveryDesk;
/** What sets each paper apart that came out, in order: "COPY", "DRAFT". */
let marks: string[];
let outcome: PrintOutcome;
beforeEach(async () => {
  desk = await openDeliveryDesk({ pdf: legible });
  marks = [];
  outcome = { state: 'printed', proof: 'done' };
  desk.house.tray.outcome = async ({ pdf, roll }) => {
    if (outcome.state !== 'printed') return outcome;
    const words =
      roll === null
        ? Array.from((await readFile(pdf, 'utf8')).matchAll(/class="mark">(\w+)</g), ([, mark = '']) => mark)
        : roll.blocks.flatMap((block) => (block.kind === 'text' && block.text === 'COPY' ? ['COPY'] : []));
    marks.push([...words, ...(roll?.opensDrawer ? ['opens the drawer'] : [])].join(' '));
    return outcome;
  };
  await desk.admin('settings.update', { printers: DESK_PRINTERS, mail: { automatic: false } });
});

/** A slip for a truck, a minute ago. */
async function writeSlip(): Promise<number> {
  const { admin, addUser, cylinder14, depotId, receive } = desk;
  await receive(cylinder14.id, 10);
  const { id: driverId } = await addUser('DRIVER', 'driver1');
  const item = { equipmentId: cylinder14.id, direction: 'OUT', condition: 'FULL', quantity: 1 } as const;
  const { id } = await admin('distributions.create', { requestId: requestId(), depotId, driverId, items: [item] });
  await later(desk, 60);
  return id;
}

/** Prints it now; the next thing happens a minute later. */
async function printSlip(id: number): Promise<void> {
  await desk.admin('distributions.print', { id });
  await desk.house.drain();
  await later(desk, 60);
}

test('an invoice is itself once, whoever asks for it and wherever it comes out; then it is a copy', async () => {
  const { id } = await desk.sell();
  await later(desk, 60);
  await desk.admin('invoices.print', { id, printer: 'Spare' });
  await later(desk, 60);
  await desk.admin('invoices.printMany', { ids: [id] });
  await later(desk, 60);
  expect(marks).toEqual(['', 'COPY', 'COPY']);
  const { items } = await desk.admin('audit.list', { action: 'invoice.printed', sort: 'id' });
  expect(items.map(({ after }) => after)).toMatchObject([
    { printer: 'Laser', copy: false },
    { printer: 'Spare', copy: true },
    { printer: 'Laser', copy: true },
  ]);
  expect(await desk.admin('invoices.get', { id })).toMatchObject({ printCount: 3 });
});

test('a receipt is a copy the second time, and the drawer stays shut', async () => {
  const money = { customerId: desk.customer.id, method: 'CASH' as const, amount: '5.00', requestId: requestId() };
  const { payment } = await desk.admin('payments.create', money);
  await later(desk, 60);
  await desk.admin('payments.printReceipt', { id: payment.id });
  await later(desk, 60);
  await desk.admin('payments.printReceipt', { id: payment.id, printer: 'Laser' });
  await later(desk, 60);
  expect(marks).toEqual(['opens the drawer', 'COPY', 'COPY']);
});

test('a delivery note is a copy the second time, and one of another sale is none', async () => {
  const [one, other] = [await desk.sell({ print: false }), await desk.sell({ print: false })];
  for (const invoice of [one, one, other]) {
    await desk.admin('transactions.printDeliveryNote', { id: invoice.transactionId ?? 0, printer: 'Laser' });
    await later(desk, 60);
  }
  expect(marks).toEqual(['', 'COPY', '']);
});

test('a slip is a draft as often as it is printed before it is confirmed, itself once, and then a copy', async () => {
  const id = await writeSlip();
  await printSlip(id);
  await printSlip(id);
  await desk.admin('distributions.confirm', { id });
  await printSlip(id);
  await printSlip(id);
  expect(marks).toEqual(['DRAFT', 'DRAFT', '', 'COPY']);
});

test('a slip that was asked for as a draft and comes out confirmed is itself, and the next one a copy', async () => {
  const id = await writeSlip();
  outcome = { state: 'failed', reason: 'Out of paper.', retry: true };
  await desk.admin('distributions.print', { id });
  await later(desk, 1);
  await desk.admin('distributions.confirm', { id });
  outcome = { state: 'printed', proof: 'done' };
  await later(desk, 60);
  await printSlip(id);
  expect(marks).toEqual(['', 'COPY']);
});

test('a cancelled slip says that it is cancelled, however often', async () => {
  const id = await writeSlip();
  await desk.admin('distributions.cancel', { id, reason: 'written twice' });
  await printSlip(id);
  await printSlip(id);
  expect(marks).toEqual(['CANCELLED', 'CANCELLED']);
});

test('a test page is no document: it is never a copy, and counts for none', async () => {
  const page = { printer: 'Laser', paper: 'A4' } as const;
  await desk.admin('printers.test', page);
  await desk.admin('printers.test', page);
  expect(marks).toEqual(['', '']);
});
