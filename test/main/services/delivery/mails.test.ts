import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MAIL } from '../../../helpers/delivery-settings.ts';
import { type EdgeCase, openEdgeCase, problemOf } from '../../../helpers/open-edge-case.ts';
import { mailedSince } from '../../../helpers/what-leaves.ts';

let edge: EdgeCase;
/** Of a customer with an address, and of one without. */
let known = 0;
let unknown = 0;
let payment = 0;
beforeAll(async () => {
  edge = await openEdgeCase();
  const guest = await edge.addCustomer({ name: 'Guest', email: 'guest@example.com' });
  const paid = { customerId: guest.id, payment: { method: 'CASH' as const, amount: '43.05' } };
  const first = await edge.sell([edge.deliver(1)], paid);
  [known, payment] = [first.invoice?.id ?? 0, first.receipt?.paymentId ?? 0];
  unknown = (await edge.sell([edge.deliver(1)])).invoice?.id ?? 0;
});
afterAll(() => edge.console.remove());
beforeEach(() => edge.admin('settings.update', { mail: { ...MAIL, isEnabled: true } }));

const mailed = () => mailedSince(edge.console);
const INVOICE = 'Tax invoice INV-KB1-2026-000001 from HSH LPG Pte Ltd';
const RECEIPT = 'Receipt RCT-KB1-2026-000001 from HSH LPG Pte Ltd';

describe('a document that is to be mailed', () => {
  test('goes to the customer’s address unless another is said', async () => {
    const { admin } = edge;
    const done = { status: 'emailed', reason: null };
    expect(await admin('invoices.email', { id: known })).toMatchObject(done);
    expect(await admin('payments.emailReceipt', { id: payment })).toMatchObject(done);
    expect(await admin('payments.emailReceipt', { id: payment, to: 'boss@example.com' })).toMatchObject(done);
    expect(await mailed()).toEqual([
      `${INVOICE} → guest@example.com`,
      `${RECEIPT} → guest@example.com`,
      `${RECEIPT} → boss@example.com`,
    ]);
  });

  test('without any address is no job, and says so', async () => {
    expect(await problemOf(edge.admin('invoices.email', { id: unknown }))).toMatchObject({
      code: 'INVALID_STATE',
      message: 'The customer has no e-mail address: enter one, or say where to send it.',
    });
    const { items } = await edge.admin('jobs.list', { invoiceId: unknown });
    expect(items.map(({ kind }) => kind)).toEqual(['RENDER']);
    expect(await edge.admin('invoices.email', { id: unknown, to: 'k@example.com' })).toMatchObject({
      status: 'emailed',
    });
    expect(await mailed()).toEqual(['Tax invoice INV-KB1-2026-000002 from HSH LPG Pte Ltd → k@example.com']);
  });

  test('while mail is off or half set up is no job, and says where to set it up', async () => {
    const { admin } = edge;
    await admin('settings.update', { mail: { isEnabled: false } });
    const message = 'Mail is not set up: enter the mail server and the sender in Settings → Mail.';
    for (const call of [
      admin('invoices.email', { id: known }),
      admin('payments.emailReceipt', { id: payment, to: 'boss@example.com' }),
      admin('invoices.emailMany', { ids: [known] }),
      admin('mail.test', { to: 'boss@example.com' }),
    ]) {
      expect(await problemOf(call)).toMatchObject({ code: 'INVALID_STATE', message });
    }
    expect(await mailed()).toEqual([]);
  });

  test('is told of as it is when the server does not take it', async () => {
    const { letterbox } = edge.console;
    const taken = letterbox.outcome;
    letterbox.outcome = { state: 'failed', reason: 'No such box: 550 5.1.1', retry: false };
    const refused = await edge.admin('invoices.email', { id: known });
    expect(refused).toMatchObject({ status: 'failed', reason: 'No such box: 550 5.1.1' });
    letterbox.outcome = { state: 'failed', reason: 'Come back later: 421 4.3.2', retry: true };
    const later = await edge.admin('invoices.email', { id: known });
    expect(later).toMatchObject({ status: 'queued', reason: 'Come back later: 421 4.3.2' });
    letterbox.outcome = taken;
    await edge.admin('jobs.cancel', { id: later.jobId });
    await mailed();
  });
});

describe('a selection', () => {
  test('is mailed where it can be, and says of the others why not', async () => {
    const other = await edge.addCustomer({ name: 'Other', email: 'other@example.com' });
    const { invoice } = await edge.sell([edge.deliver(1)], { customerId: other.id });
    const unaddressed = (await edge.sell([edge.deliver(1)])).invoice;
    const ids = [known, invoice?.id ?? 0, invoice?.id ?? 0, unaddressed?.id ?? 0];
    const { batch, ...answer } = await edge.admin('invoices.emailMany', { ids });
    expect(answer).toEqual({
      jobs: 1,
      skipped: [
        { id: known, number: 'INV-KB1-2026-000001', reason: 'It was mailed before.' },
        { id: unaddressed?.id, number: unaddressed?.number, reason: 'The customer has no e-mail address.' },
      ],
    });
    expect(await mailed()).toEqual([`Tax invoice ${invoice?.number} from HSH LPG Pte Ltd → other@example.com`]);
    expect(await edge.admin('jobs.batch', { batch: batch ?? '' })).toMatchObject({ total: 1, done: 1 });
    const again = await edge.admin('invoices.emailMany', { ids, again: true });
    expect(again).toMatchObject({ jobs: 2, skipped: [{ id: unaddressed?.id }] });
    expect(await mailed()).toHaveLength(2);
  });

  test('of nothing that can be mailed is no batch', async () => {
    const answer = await edge.admin('invoices.emailMany', { ids: [known] });
    expect(answer).toMatchObject({ batch: null, jobs: 0, skipped: [{ id: known }] });
    expect(await mailed()).toEqual([]);
  });
});

test('who asked for a mail is in the audit, with the address it was to go to', async () => {
  await edge.admin('invoices.email', { id: known, to: 'boss@example.com' });
  const { items } = await edge.admin('audit.list', { action: 'invoice.email', limit: 1 });
  expect(items).toMatchObject([{ username: 'admin', entityId: known, after: { to: 'boss@example.com' } }]);
});
