import { describe, expect, test } from 'vitest';
import type { WireInput } from '../../../src/shared/contract/index.ts';
import { type DeliveryDesk, DESK_MAIL, DESK_PRINTERS, openDeliveryDesk } from '../../helpers/open-delivery-desk.ts';
import { requestId } from '../../helpers/open-test-console.ts';

type Sale = WireInput<'transactions.create'>;

/** A service sold for cash to somebody at the counter. */
async function sellForCash(desk: DeliveryDesk, more: Partial<Sale> = {}) {
  const { admin, depotId, hose, customer, house } = desk;
  const answer = await admin('transactions.create', {
    requestId: requestId(),
    customerId: customer.id,
    source: { kind: 'depot', depotId },
    items: [{ type: 'service', serviceId: hose.id, quantity: 1 }],
    payment: { method: 'CASH', amount: '13.10' },
    ...more,
  });
  await house.drain();
  const paper = house.tray.orders.map(({ title, paper: kind, roll }) => {
    const document = title.slice(0, 3);
    return roll === null ? `${document} ${kind}` : `${document} ${kind} as rows`;
  });
  return { ...answer, paper: paper.toSorted(), letters: house.letterbox.letters.length };
}

const { documents } = DESK_PRINTERS;
const withTillInvoices = {
  ...DESK_PRINTERS,
  documents: { ...documents, simplifiedInvoice: { ...documents.simplifiedInvoice, printer: 'Till' } },
};

describe('a sale for cash', () => {
  test('has its invoice on a sheet and its receipt on the roll', async () => {
    const { paper, letters, warnings } = await sellForCash(await openDeliveryDesk());
    expect(paper).toEqual(['INV A4', 'RCT ROLL80 as rows']);
    expect(letters).toBe(1);
    expect(warnings).toEqual([]);
  });

  test('has one roll that says it all where simplified invoices go to the till', async () => {
    const desk = await openDeliveryDesk();
    await desk.admin('settings.update', { printers: withTillInvoices });
    expect((await sellForCash(desk)).paper).toEqual(['INV ROLL80 as rows']);
  });

  test('has the full invoice all the same when IRAS wants it: over $1 000', async () => {
    const desk = await openDeliveryDesk();
    await desk.admin('settings.update', { printers: withTillInvoices });
    const items = [{ type: 'service' as const, serviceId: desk.hose.id, quantity: 77 }];
    const { paper } = await sellForCash(desk, { items, payment: { method: 'CASH', amount: '1007.15' } });
    expect(paper).toEqual(['INV A4', 'RCT ROLL80 as rows']);
  });

  test.each([
    { wish: { print: false }, paper: [], letters: 1 },
    { wish: { email: false }, paper: ['INV A4', 'RCT ROLL80 as rows'], letters: 0 },
    { wish: { print: false, email: false }, paper: [], letters: 0 },
  ])('is delivered as the clerk wishes: $wish', async ({ wish, ...delivered }) => {
    expect(await sellForCash(await openDeliveryDesk(), { deliver: wish })).toMatchObject({
      ...delivered,
      warnings: [],
    });
  });

  test('that is to be printed and mailed, and cannot, says why not', async () => {
    const desk = await openDeliveryDesk();
    const none = { ...documents.deliveryNote, printer: null };
    const noPrinter = { ...documents, invoice: none, receipt: { ...documents.receipt, printer: null } };
    await desk.admin('settings.update', { printers: { ...DESK_PRINTERS, documents: noPrinter } });
    await desk.admin('customers.update', { id: desk.customer.id, email: null });
    const deliver = { print: true, email: true };
    expect(await sellForCash(desk, { deliver })).toMatchObject({
      paper: [],
      letters: 0,
      warnings: [
        {
          code: 'NO_PRINTER',
          message: 'The invoice is not printed: no printer is chosen for it in Settings → Printers.',
        },
        { code: 'NO_EMAIL', message: 'Nothing is mailed: the customer has no e-mail address.' },
      ],
    });
    await desk.admin('settings.update', { mail: { ...DESK_MAIL, isEnabled: false } });
    const { warnings } = await sellForCash(desk, { deliver: { email: true } });
    expect(warnings).toEqual([
      { code: 'NO_EMAIL', message: 'Nothing is mailed: mail is not set up in Settings → Mail.' },
    ]);
  });
});

test('a slip is printed as itself until it is confirmed, and from then on once', async () => {
  const desk = await openDeliveryDesk();
  const { admin, house, depotId, cylinder14 } = desk;
  await desk.receive(cylinder14.id, 50);
  const driver = await desk.addUser('DRIVER', 'driver1');
  const items = [{ equipmentId: cylinder14.id, direction: 'OUT' as const, condition: 'FULL' as const, quantity: 5 }];
  const { id } = await admin('distributions.create', { requestId: requestId(), depotId, driverId: driver.id, items });
  const print = async () => {
    await admin('distributions.print', { id });
    await house.drain();
  };
  await print();
  await print();
  house.clock.set(new Date(house.clock.now().getTime() + 60_000));
  await admin('distributions.confirm', { requestId: requestId(), id });
  await print();
  await print();
  const { items: rows } = await admin('audit.list', { action: 'distribution.printed', sort: 'id' });
  expect(rows.map(({ after }) => (after as { copy: boolean }).copy)).toEqual([false, false, false, true]);
});

test('a test page is never a copy, and tells what became of it', async () => {
  const desk = await openDeliveryDesk();
  for (let time = 0; time < 2; time += 1) {
    const end = await desk.admin('printers.test', { printer: 'Laser', paper: 'A4' });
    expect(end).toMatchObject({ status: 'done', proof: 'the tray is full', reason: null });
  }
  desk.house.tray.outcome = { state: 'failed', reason: 'Out of paper: put paper in.', retry: true };
  expect(await desk.admin('printers.test', { printer: 'Laser', paper: 'A4' })).toMatchObject({
    status: 'queued',
    reason: 'Out of paper: put paper in.',
  });
  const { items } = await desk.admin('audit.list', { action: 'test.printed' });
  expect(items).toMatchObject([{ after: { copy: false } }, { after: { copy: false } }]);
});
