import { expect } from 'vitest';
import { MAIL, PRINTERS } from './delivery-settings.ts';
import type { Call, TestConsole } from './open-test-console.ts';

export interface DeliveryWalker {
  call: Call;
  /** The console that is called, for what no verb can bring about: paper that jams, and the work after the commit. */
  house: Pick<TestConsole, 'tray' | 'drain'>;
}

/** Documents that were issued. */
export interface Issued {
  customerId: number;
  distributionId: number;
  transactionId: number;
  invoiceId: number;
  paymentId: number;
}

/** Every verb about paper, mail and jobs, once at least. */
export async function walkDelivery(walker: DeliveryWalker, issued: Issued): Promise<void> {
  await walkSetUp(walker);
  await walkPrints(walker, issued);
  await walkMails(walker, issued);
  await walkJobs(walker, issued);
}

async function walkSetUp({ call }: DeliveryWalker): Promise<void> {
  const found = { queue: 'laser', description: 'Laser printer', isDefault: true };
  expect(await call('printers.list', {})).toEqual({ items: [found], trouble: null });
  const changed = await call('settings.update', { printers: PRINTERS, mail: MAIL });
  expect(changed).toMatchObject({ printers: PRINTERS, mail: { ...MAIL, port: 587, security: 'starttls' } });
  expect(await call('printers.status', { printer: 'Office' })).toEqual({ state: 'ready', words: 'Ready.' });
  const tested = await call('printers.test', { printer: 'Till', paper: 'ROLL80' });
  expect(tested).toMatchObject({ status: 'done', reason: null, proof: 'the tray is full' });
  expect(await call('mail.status', {})).toEqual({ hasPassword: false });
  expect(await call('mail.setPassword', { password: 'open sesame' })).toEqual({ hasPassword: true });
  const words = { document: 'invoice' as const, subject: '{number}', body: 'Dear {customer}, {nobody}' };
  expect(await call('mail.preview', words)).toEqual({
    subject: 'INV-KB1-2026-000123',
    body: 'Dear Geylang Prata House, {nobody}',
    unknown: ['nobody'],
  });
  expect(await call('mail.test', { to: 'boss@hsh.example' })).toMatchObject({
    status: 'done',
    proof: '250 queued as 1',
  });
}

async function walkPrints({ call, house }: DeliveryWalker, issued: Issued): Promise<void> {
  const { distributionId, transactionId, invoiceId, paymentId } = issued;
  const pdf = { contentType: 'application/pdf' };
  expect(await call('payments.receiptPdf', { id: paymentId })).toMatchObject(pdf);
  expect(await call('transactions.deliveryNotePdf', { id: transactionId })).toMatchObject(pdf);
  expect(await call('distributions.pdf', { id: distributionId })).toMatchObject(pdf);
  const from = house.tray.orders.length;
  expect(await call('invoices.print', { id: invoiceId })).toMatchObject({ status: 'queued' });
  await call('payments.printReceipt', { id: paymentId, copies: 2 });
  await call('transactions.printDeliveryNote', { id: transactionId, printer: 'Office' });
  await call('distributions.print', { id: distributionId });
  const { batch, ...answer } = await call('invoices.printMany', { ids: [invoiceId] });
  expect(answer).toEqual({ jobs: 1, skipped: [] });
  await house.drain();
  expect(await call('jobs.batch', { batch: batch ?? '' })).toMatchObject({ total: 1, done: 1, queued: 0 });
  const orders = house.tray.orders.slice(from).map(({ title, paper, copies }) => `${title} ${paper} ×${copies}`);
  expect(orders.toSorted()).toEqual([
    'DST-KB1-2026-000001 A4 ×2',
    'INV-KB1-2026-000001 A4 ×1',
    'INV-KB1-2026-000001 A4 ×1',
    'RCT-KB1-2026-000001 ROLL80 ×2',
    'TRX-KB1-2026-000001 A4 ×1',
  ]);
  expect(await call('invoices.get', { id: invoiceId })).toMatchObject({
    printCount: 2,
    delivery: { print: { state: 'done' } },
  });
}

async function walkMails({ call, house }: DeliveryWalker, { customerId, invoiceId, paymentId }: Issued): Promise<void> {
  await call('customers.update', { id: customerId, email: 'orders@manlou.example' });
  const mailed = { status: 'emailed', reason: null };
  expect(await call('invoices.email', { id: invoiceId })).toMatchObject(mailed);
  expect(await call('payments.emailReceipt', { id: paymentId, to: 'boss@manlou.example' })).toMatchObject(mailed);
  const again = await call('invoices.emailMany', { ids: [invoiceId] });
  expect(again).toMatchObject({ batch: null, jobs: 0, skipped: [{ id: invoiceId, reason: 'It was mailed before.' }] });
  const { batch } = await call('invoices.emailMany', { ids: [invoiceId], again: true });
  await house.drain();
  expect(await call('jobs.batch', { batch: batch ?? '' })).toMatchObject({ total: 1, done: 1 });
  expect(await call('invoices.get', { id: invoiceId })).toMatchObject({ emailCount: 2, delivery: { hasEmail: true } });
}

async function walkJobs({ call, house }: DeliveryWalker, { invoiceId }: Issued): Promise<void> {
  const { tray } = house;
  const print = async () => {
    const { jobId } = await call('invoices.print', { id: invoiceId });
    await house.drain();
    return jobId;
  };
  tray.outcome = { state: 'failed', reason: 'There is no such printer.', retry: false };
  const id = await print();
  expect((await call('jobs.list', { needsSomebody: true })).items).toMatchObject([
    { id, state: 'failed', number: 'INV-KB1-2026-000001' },
  ]);
  expect(await call('jobs.cancel', { id })).toMatchObject({ id, state: 'cancelled' });
  expect(await call('jobs.retry', { id })).toMatchObject({ id, state: 'queued', attempts: 0, reason: null });
  await house.drain();
  tray.outcome = { state: 'uncertain', reason: 'The line broke: look whether it came out.' };
  expect(await call('jobs.retryAll', {})).toEqual({ retried: 1 });
  await house.drain();
  expect(await call('system.health', {})).toMatchObject({ jobs: { failed: 0, uncertain: 1 } });
  expect(await call('jobs.resolve', { id, printed: true })).toMatchObject({
    id,
    state: 'done',
    proof: 'Administrator has seen it.',
  });
  tray.handle = 'laser-7';
  tray.outcome = { state: 'waiting', reason: 'Out of paper: put paper in.' };
  tray.followed = { state: 'failed', reason: 'The job was cancelled.', retry: false };
  const { batch } = await call('invoices.printMany', { ids: [invoiceId] });
  await house.drain();
  expect(await call('jobs.cancelBatch', { batch: batch ?? '' })).toEqual({ cancelled: 1 });
  expect((await call('jobs.list', { invoiceId, batch: batch ?? '' })).items).toMatchObject([{ state: 'cancelled' }]);
}
