import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { WireInput } from '../../../../src/shared/contract/index.ts';
import { MAIL, PRINTERS, type PrinterSettings } from '../../../helpers/delivery-settings.ts';
import { type EdgeCase, openEdgeCase } from '../../../helpers/open-edge-case.ts';
import { requestId } from '../../../helpers/open-test-console.ts';
import { mailedSince, printedSince } from '../../../helpers/what-leaves.ts';

type Sale = WireInput<'transactions.create'>;

let edge: EdgeCase;
let hose: Sale['items'][number];
let guestId = 0;
beforeAll(async () => {
  edge = await openEdgeCase();
  await edge.admin('settings.update', { billing: { warnUnpaidCash: false } });
  hose = { type: 'service', serviceId: edge.hose.id, quantity: 1 };
  guestId = (await edge.addCustomer({ name: 'Guest', email: 'guest@example.com' })).id;
});
afterAll(() => edge.console.remove());

/** A hose & clip to the guest, with tax 13.08: left unpaid unless said. */
const sell = (more: Partial<Sale> = {}, items = [hose]) => edge.sell(items, { customerId: guestId, ...more });
const CASH = { method: 'CASH' as const, amount: '13.10' };
const printed = () => printedSince(edge.console);
/** What follows a sale without the running number: "INV on A4 of laser". */
const papers = async () => (await printed()).map((line) => line.replace(/-KB1-2026-\d+/, ''));
const set = (documents: Partial<PrinterSettings['documents']>) =>
  edge.admin('settings.update', { printers: { ...PRINTERS, documents: { ...ALL, ...documents } } });

const sheet = { printer: 'Office', paper: 'A4', copies: 1, automatic: true } as const;
const roll = { printer: 'Till', paper: 'ROLL80', copies: 1, automatic: true } as const;
const ALL = { invoice: sheet, simplifiedInvoice: roll, receipt: roll, deliveryNote: sheet, distribution: sheet };

describe('given a till for rolls and a laser for sheets, a sale', () => {
  beforeEach(() => set({}));

  test('up to $1 000 has a simplified invoice on the roll, which says of the money what the receipt would', async () => {
    await sell({ payment: CASH });
    expect(await papers()).toEqual(['INV on ROLL80 of /srv/rolls']);
    await sell();
    expect(await papers()).toEqual(['INV on ROLL80 of /srv/rolls']);
  });

  test('with tax above $1 000 has the full invoice, and the receipt of its money on the roll', async () => {
    const upTo = await sell({}, [await edge.charge('917.43')]);
    expect(upTo.invoice?.total).toBe('1000.00');
    expect(await papers()).toEqual(['INV on ROLL80 of /srv/rolls']);
    const above = await sell({ payment: { method: 'PAYNOW', amount: '1000.01' } }, [await edge.charge('917.44')]);
    expect(above.invoice?.total).toBe('1000.01');
    expect(await papers()).toEqual(['INV on A4 of laser', 'RCT on ROLL80 of /srv/rolls']);
  });

  test('with a supply at no tax has the full invoice', async () => {
    const { id } = await edge.admin('services.create', {
      code: 'EXP',
      name: 'Export',
      price: '5.00',
      taxCategory: 'ZR',
    });
    await sell({}, [hose, { type: 'service', serviceId: id, quantity: 1 }]);
    expect(await papers()).toEqual(['INV on A4 of laser']);
  });

  test('of nothing but returns has a delivery note, and no invoice to draw', async () => {
    await edge.sell([edge.deliver(1)]);
    await printed();
    const { invoice, transaction, warnings } = await edge.sell([edge.emptyReturn(1)]);
    expect([invoice, warnings]).toEqual([null, []]);
    expect(await printed()).toEqual([`${transaction.number} on A4 of laser`]);
    const { items } = await edge.admin('jobs.list', { search: transaction.number });
    expect(items).toMatchObject([{ kind: 'PRINT', subject: 'deliveryNote', subjectId: transaction.id }]);
  });

  test('is printed as often as the settings say', async () => {
    await set({ simplifiedInvoice: { ...roll, copies: 2 } });
    await sell();
    expect(await papers()).toEqual(['INV on ROLL80 of /srv/rolls ×2']);
  });

  test('prints nothing when the clerk says so, and is drawn all the same', async () => {
    const { invoice } = await sell({ payment: CASH, deliver: { print: false } });
    expect(await printed()).toEqual([]);
    const { items } = await edge.admin('jobs.list', { search: invoice?.number ?? '' });
    expect(items).toMatchObject([{ kind: 'RENDER', state: 'done' }]);
    expect(invoice?.delivery).toMatchObject({ render: { state: 'queued' }, print: null, mail: null });
  });
});

describe('given other printers, a sale', () => {
  test('has its receipt beside the simplified invoice when they come out elsewhere', async () => {
    await set({ receipt: sheet });
    await sell({ payment: CASH });
    expect(await papers()).toEqual(['INV on ROLL80 of /srv/rolls', 'RCT on A4 of laser']);
  });

  test('has the full invoice and a receipt where no printer is chosen for simplified ones', async () => {
    await set({ simplifiedInvoice: { ...roll, printer: null } });
    await sell({ payment: CASH });
    expect(await papers()).toEqual(['INV on A4 of laser', 'RCT on ROLL80 of /srv/rolls']);
  });

  test('has its receipt when its simplified invoice is not printed by itself', async () => {
    await set({ simplifiedInvoice: { ...roll, automatic: false } });
    await sell({ payment: CASH });
    expect(await papers()).toEqual(['RCT on ROLL80 of /srv/rolls']);
  });

  test('is printed only when the clerk asks, where nothing is printed by itself', async () => {
    const asked = { ...roll, automatic: false };
    await set({ simplifiedInvoice: asked, receipt: asked });
    expect((await sell({ payment: CASH })).warnings).toEqual([]);
    expect(await papers()).toEqual([]);
    const { warnings, invoice } = await sell({ payment: CASH, deliver: { print: true } });
    expect([warnings, invoice?.delivery.print?.state]).toEqual([[], 'queued']);
    expect(await papers()).toEqual(['INV on ROLL80 of /srv/rolls']);
  });

  test('that should be printed says what is not, and where to choose a printer', async () => {
    const none = { ...sheet, printer: null };
    await set({ invoice: none, simplifiedInvoice: { ...roll, printer: null }, deliveryNote: none });
    const { warnings } = await sell({ payment: CASH, deliver: { print: true } });
    const words = 'is not printed: no printer is chosen for it in Settings → Printers.';
    expect(warnings).toEqual([{ code: 'NO_PRINTER', message: `The invoice ${words}` }]);
    expect(await papers()).toEqual(['RCT on ROLL80 of /srv/rolls']);
    await edge.sell([edge.deliver(1)]);
    const returned = await edge.sell([edge.emptyReturn(1)], { deliver: { print: true } });
    expect(returned.warnings).toEqual([{ code: 'NO_PRINTER', message: `The delivery note ${words}` }]);
    expect((await sell({ payment: CASH })).warnings).toEqual([]);
  });
});

test('money taken later has its receipt printed by itself, where the settings say so', async () => {
  await set({});
  const money = { customerId: guestId, method: 'PAYNOW' as const, amount: '1.00' };
  const { receipt } = await edge.admin('payments.create', { ...money, requestId: requestId() });
  expect(await printed()).toContain(`${receipt.number} on ROLL80 of /srv/rolls`);
  await set({ receipt: { ...roll, automatic: false } });
  await edge.admin('payments.create', { ...money, requestId: requestId() });
  expect(await printed()).toEqual([]);
});

describe('the mail of a sale', () => {
  const mailed = () => mailedSince(edge.console);
  beforeEach(async () => {
    await edge.admin('settings.update', { printers: PRINTERS, mail: { ...MAIL, automatic: true } });
    await mailed();
  });

  test('goes to the customer by itself, or when the clerk asks, and not when he says no', async () => {
    const { invoice } = await sell();
    const letter = (number = '') => `Tax invoice ${number} from HSH LPG Pte Ltd → guest@example.com`;
    expect(await mailed()).toEqual([letter(invoice?.number)]);
    expect(invoice?.delivery).toMatchObject({ mail: { state: 'queued' }, hasEmail: true });
    await sell({ deliver: { email: false } });
    expect(await mailed()).toEqual([]);
    await edge.admin('settings.update', { mail: { automatic: false } });
    await sell();
    expect(await mailed()).toEqual([]);
    const asked = await sell({ deliver: { email: true } });
    expect(asked.warnings).toEqual([]);
    expect(await mailed()).toEqual([letter(asked.invoice?.number)]);
  });

  test('to a customer without an address is not made, and said only to whoever wanted it', async () => {
    const { warnings, invoice } = await edge.sell([hose], { deliver: { email: true } });
    const message = 'Nothing is mailed: the customer has no e-mail address.';
    expect(warnings).toEqual([{ code: 'NO_EMAIL', message }]);
    expect(invoice?.delivery).toMatchObject({ mail: null, hasEmail: false });
    expect((await edge.sell([hose])).warnings).toEqual([]);
    expect(await mailed()).toEqual([]);
  });

  test('is not made while mail is off', async () => {
    await edge.admin('settings.update', { mail: { isEnabled: false } });
    const { warnings } = await sell({ deliver: { email: true } });
    const message = 'Nothing is mailed: mail is not set up in Settings → Mail.';
    expect(warnings).toEqual([{ code: 'NO_EMAIL', message }]);
    expect((await sell()).warnings).toEqual([]);
    expect(await mailed()).toEqual([]);
  });

  test('has no place where nothing was billed', async () => {
    await edge.admin('customers.update', { id: edge.customerK.id, email: 'k@example.com' });
    await edge.sell([edge.deliver(1)], { deliver: { email: false } });
    const { invoice, warnings } = await edge.sell([edge.emptyReturn(1)], { deliver: { email: true } });
    expect([invoice, warnings]).toEqual([null, []]);
    expect(await mailed()).toEqual([]);
  });
});
