import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WireInput } from '../../../../src/shared/contract/index.ts';
import { MAIL } from '../../../helpers/delivery-settings.ts';
import { type EdgeCase, openEdgeCase } from '../../../helpers/open-edge-case.ts';
import { requestId } from '../../../helpers/open-test-console.ts';

type Template = Omit<WireInput<'mail.preview'>, 'document'>;

const ALL: Template = {
  subject: '{number} of {date}, {customer}',
  body: '{total} | {outstanding} | {dueDate} | {company}',
};

let edge: EdgeCase;
beforeAll(async () => {
  edge = await openEdgeCase();
  const { admin } = edge;
  const { templates } = (await admin('settings.update', { mail: MAIL })).mail;
  await admin('settings.update', { mail: { templates: { ...templates, invoice: ALL, receipt: ALL } } });
});
afterAll(() => edge.console.remove());

/** The only letter that went out since. */
async function letter() {
  await edge.console.drain();
  const [sent, ...others] = edge.console.letterbox.letters.splice(0);
  expect(others).toEqual([]);
  return { subject: sent?.mail.subject, text: sent?.mail.text, attachments: sent?.mail.attachments ?? [] };
}

test('an invoice’s letter has its figures in words for people, and the stored PDF', async () => {
  const { invoice } = await edge.sell([edge.deliver(2)]);
  await edge.admin('invoices.email', { id: invoice?.id ?? 0, to: 'k@example.com' });
  const { subject, text, attachments } = await letter();
  expect(subject).toBe('INV-KB1-2026-000001 of 20 Jan 2026, K');
  expect(text).toBe('$79.57 | $79.57 | 19 Feb 2026 | HSH LPG Pte Ltd');
  const { pdfPath } = await edge.admin('invoices.get', { id: invoice?.id ?? 0 });
  const stored = await readFile(path.join(edge.console.dataDir, 'documents', pdfPath ?? ''));
  expect(attachments).toEqual([
    { fileName: 'INV-KB1-2026-000001.pdf', contentType: 'application/pdf', bytes: expect.anything() as Uint8Array },
  ]);
  expect(stored.equals(attachments[0]?.bytes ?? new Uint8Array())).toBe(true);
});

test('what is still owed is what it is when the letter goes out; who pays at once has the day itself', async () => {
  const guest = await edge.addCustomer({ name: 'Guest' });
  const { invoice } = await edge.sell([edge.deliver(1)], { customerId: guest.id });
  const money = { customerId: guest.id, method: 'PAYNOW' as const, amount: '43.00' };
  await edge.admin('payments.create', { ...money, requestId: requestId() });
  await edge.admin('invoices.email', { id: invoice?.id ?? 0, to: 'guest@example.com' });
  expect(await letter()).toMatchObject({ text: '$43.06 | $0.06 | 20 Jan 2026 | HSH LPG Pte Ltd' });
});

test('a receipt’s letter has what was taken, and what the customer owes in all, which is never less than nothing', async () => {
  const guest = await edge.addCustomer({ name: 'Payer' });
  await edge.sell([edge.deliver(1)], { customerId: guest.id });
  const pay = async (amount: string) => {
    const money = { customerId: guest.id, method: 'PAYNOW' as const, amount, requestId: requestId() };
    const { payment } = await edge.admin('payments.create', money);
    await edge.admin('payments.emailReceipt', { id: payment.id, to: 'payer@example.com' });
    return letter();
  };
  const part = await pay('20.00');
  expect(part).toMatchObject({ text: '$20.00 | $23.06 |  | HSH LPG Pte Ltd' });
  expect(part.subject).toMatch(/^RCT-KB1-2026-\d{6} of 20 Jan 2026, Payer$/);
  expect(part.attachments).toMatchObject([{ fileName: expect.stringMatching(/^RCT-.*\.pdf$/) as string }]);
  expect(await pay('100.00')).toMatchObject({ text: '$100.00 | $0.00 |  | HSH LPG Pte Ltd' });
});

test('a customer called like a placeholder, or in Chinese, is called so', async () => {
  const { id } = await edge.addCustomer({ name: '{total} 福满楼' });
  const { invoice } = await edge.sell([edge.deliver(1)], { customerId: id });
  await edge.admin('invoices.email', { id: invoice?.id ?? 0, to: 'a@example.com' });
  expect((await letter()).subject).toMatch(/, \{total\} 福满楼$/);
});

test('an invoice’s letter says the name the customer had when it was issued', async () => {
  const { id } = await edge.addCustomer({ name: 'Old Name' });
  const { invoice } = await edge.sell([edge.deliver(1)], { customerId: id });
  await edge.admin('customers.update', { id, name: 'New Name' });
  await edge.admin('invoices.email', { id: invoice?.id ?? 0, to: 'a@example.com' });
  expect((await letter()).subject).toMatch(/, Old Name$/);
});

test('a test’s letter says whose it is, and needs no document', async () => {
  expect(await edge.admin('mail.test', { to: 'boss@example.com' })).toMatchObject({ status: 'done' });
  const { subject, text, attachments } = await letter();
  expect([subject, attachments]).toEqual(['Test mail from HSH LPG Pte Ltd', []]);
  expect(text).toContain('If you read this, invoices will arrive too.');
});

test('a preview fills in a made-up sale, and names what stands for nothing', async () => {
  const preview = (document: 'invoice' | 'receipt', template: Template) =>
    edge.admin('mail.preview', { document, ...template });
  expect(await preview('invoice', ALL)).toEqual({
    subject: 'INV-KB1-2026-000123 of 20 Jan 2026, Geylang Prata House',
    body: '$181.38 | $181.38 | 19 Feb 2026 | HSH LPG Pte Ltd',
    unknown: [],
  });
  const odd = await preview('receipt', { subject: '{number} {sum}', body: '{Customer} {sum}' });
  expect(odd).toEqual({ subject: 'RCT-KB1-2026-000123 {sum}', body: '{Customer} {sum}', unknown: ['sum', 'Customer'] });
});
