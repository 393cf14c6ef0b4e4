import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { WireInput } from '../../../../src/shared/contract/index.ts';
import { PRINTERS } from '../../../helpers/delivery-settings.ts';
import { type EdgeCase, openEdgeCase, problemOf } from '../../../helpers/open-edge-case.ts';
import { requestId } from '../../../helpers/open-test-console.ts';
import { printedSince } from '../../../helpers/what-leaves.ts';

type Printing = Pick<WireInput<'invoices.print'>, 'printer' | 'copies'>;

const TILL = { kind: 'escpos', host: '192.168.1.50', port: 9100, paper: 'ROLL58' } as const;
const devices = [...PRINTERS.devices, { name: 'Bar', address: TILL }];

let edge: EdgeCase;
/** Ids; the small invoice may be simplified, the large one not. */
let small = 0;
let large = 0;
let payment = 0;
let sale = 0;
let slip = 0;
beforeAll(async () => {
  edge = await openEdgeCase();
  const { admin } = edge;
  const paid = { payment: { method: 'CHEQUE' as const, amount: '43.06' } };
  const first = await edge.sell([edge.deliver(1)], { ...paid, customerId: (await edge.addCustomer()).id });
  [small, payment, sale] = [first.invoice?.id ?? 0, first.receipt?.paymentId ?? 0, first.transaction.id];
  await admin('customers.update', { id: edge.customerK.id, creditLimit: '99999.00' });
  large = (await edge.sell([await edge.charge('2000.00')])).invoice?.id ?? 0;
  const driver = await edge.addUser('DRIVER', 'driver1');
  const item = { equipmentId: edge.cylinder14.id, direction: 'OUT', condition: 'FULL', quantity: 1 } as const;
  const places = { depotId: edge.depotId, driverId: driver.id };
  slip = (await admin('distributions.create', { ...places, items: [item], requestId: requestId() })).id;
});
afterAll(() => edge.console.remove());

const set = (documents: Partial<typeof PRINTERS.documents> | object = {}) =>
  edge.admin('settings.update', {
    printers: { ...PRINTERS, devices, documents: { ...PRINTERS.documents, ...documents } },
  });
beforeEach(() => set());

/** What comes out when it is asked for so. */
async function asked(how: Printing, ...verbs: ('invoice' | 'large' | 'receipt' | 'note' | 'slip')[]) {
  const { admin } = edge;
  const ways = {
    invoice: () => admin('invoices.print', { id: small, ...how }),
    large: () => admin('invoices.print', { id: large, ...how }),
    receipt: () => admin('payments.printReceipt', { id: payment, ...how }),
    note: () => admin('transactions.printDeliveryNote', { id: sale, ...how }),
    slip: () => admin('distributions.print', { id: slip, ...how }),
  };
  for (const verb of verbs) expect(await ways[verb]()).toMatchObject({ status: 'queued' });
  return (await printedSince(edge.console)).map((line) => line.replace(/-KB1-2026-\d+/, ''));
}

describe('a document that is asked for', () => {
  test('comes out on the settings’ printer and paper, as often as they say', async () => {
    expect(await asked({}, 'invoice', 'receipt', 'note', 'slip')).toEqual([
      'DST on A4 of laser ×2',
      'INV on A4 of laser',
      'RCT on ROLL80 of /srv/rolls',
      'TRX on A4 of laser',
    ]);
    expect(await asked({ copies: 3 }, 'slip')).toEqual(['DST on A4 of laser ×3']);
  });

  test('comes out simplified where a printer is chosen for that and IRAS allows it', async () => {
    await set({ simplifiedInvoice: { printer: 'Till', paper: 'ROLL80', copies: 1, automatic: true } });
    expect(await asked({}, 'invoice', 'large')).toEqual(['INV on ROLL80 of /srv/rolls', 'INV on A4 of laser']);
  });

  test('on another printer is a sheet, in full', async () => {
    const simplified = { printer: 'Bar', paper: 'ROLL58', copies: 1, automatic: true };
    await set({ simplifiedInvoice: simplified, receipt: { ...simplified, copies: 2 } });
    expect(await asked({ printer: 'Office' }, 'invoice', 'receipt')).toEqual([
      'INV on A4 of laser',
      'RCT on A4 of laser ×2',
    ]);
    const [order] = await ordersOf({ printer: 'Office' });
    expect(order?.roll).toBeNull();
  });

  test('on a till printer has the roll that is in it', async () => {
    expect(await asked({ printer: 'Bar' }, 'invoice', 'receipt')).toEqual([
      'INV on ROLL58 of 192.168.1.50',
      'RCT on ROLL58 of 192.168.1.50',
    ]);
    const [order] = await ordersOf({ printer: 'Bar' });
    expect(order?.roll?.title).toMatch(/^Tax Invoice INV-/);
  });

  test('on a till printer is refused when it needs a sheet: a large invoice, a delivery note, a slip', async () => {
    const { admin } = edge;
    const printer = 'Bar';
    const refused = [
      await problemOf(admin('invoices.print', { id: large, printer })),
      await problemOf(admin('transactions.printDeliveryNote', { id: sale, printer })),
      await problemOf(admin('distributions.print', { id: slip, printer })),
      await problemOf(admin('invoices.printMany', { ids: [small, large], printer })),
    ];
    const words = (why: string) => `“Bar” takes rolls only, and ${why}: choose another printer.`;
    const large2 = words('INV-KB1-2026-000002 may not be printed as a simplified invoice');
    expect(refused.map(({ code, message }) => [code, message])).toEqual([
      ['INVALID_STATE', large2],
      ['INVALID_STATE', words('TRX-KB1-2026-000001 needs a sheet')],
      ['INVALID_STATE', words('DST-KB1-2026-000001 needs a sheet')],
      ['INVALID_STATE', large2],
    ]);
    expect(await printedSince(edge.console)).toEqual([]);
  });

  test('is refused where no printer is chosen for it, or one that is not there', async () => {
    await set({ receipt: { printer: null, paper: 'ROLL80', copies: 1, automatic: true } });
    const { admin } = edge;
    expect(await problemOf(admin('payments.printReceipt', { id: payment }))).toMatchObject({
      code: 'INVALID_STATE',
      message: 'No printer is chosen for receipts: choose one in Settings → Printers.',
    });
    expect(await problemOf(admin('payments.printReceipt', { id: payment, printer: 'Attic' }))).toMatchObject({
      code: 'INVALID_STATE',
      message: 'There is no printer “Attic” in Settings → Printers.',
    });
    expect(await asked({ printer: 'Till' }, 'receipt')).toEqual(['RCT on A4 of /srv/rolls']);
  });
});

/** The orders themselves of the small invoice, printed so. */
async function ordersOf(how: Printing) {
  await edge.admin('invoices.print', { id: small, ...how });
  await edge.console.drain();
  return edge.console.tray.orders.splice(0);
}

describe('a selection', () => {
  test('is printed once for each invoice of it, in one batch that is told about', async () => {
    const { batch, ...answer } = await edge.admin('invoices.printMany', { ids: [small, large, small], copies: 2 });
    expect(answer).toEqual({ jobs: 2, skipped: [] });
    const numbers = ['INV-KB1-2026-000001', 'INV-KB1-2026-000002'];
    expect(await printedSince(edge.console)).toEqual(numbers.map((number) => `${number} on A4 of laser ×2`));
    const { items } = await edge.admin('jobs.list', { batch: batch ?? '', sort: 'id' });
    expect(items.map(({ number, state }) => [number, state])).toEqual(numbers.map((number) => [number, 'done']));
    const counts = { total: 2, done: 2, queued: 0, running: 0, failed: 0, uncertain: 0, cancelled: 0 };
    expect(await edge.admin('jobs.batch', { batch: batch ?? '' })).toEqual(counts);
  });

  test('asked for again with the same request id is not printed twice', async () => {
    const request = { ids: [small, large], requestId: requestId() };
    const first = await edge.admin('invoices.printMany', request);
    expect(await edge.admin('invoices.printMany', request)).toEqual(first);
    expect(await printedSince(edge.console)).toHaveLength(2);
  });
});

test('who asked for a print is in the audit, with the printer it was to come out of', async () => {
  const { id } = await edge.admin('session.me', {});
  await edge.admin('invoices.print', { id: large, copies: 2 });
  const { items } = await edge.admin('audit.list', { action: 'invoice.print', limit: 1 });
  expect(items).toMatchObject([
    { userId: id, entityType: 'invoice', entityId: large, after: { printer: 'Office', copies: 2 } },
  ]);
});
