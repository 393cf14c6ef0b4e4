import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Counter, openCounter } from '../../helpers/open-counter.ts';
import { openTestConsole, requestId, type TestConsole } from '../../helpers/open-test-console.ts';

let console: TestConsole;
let counter: Counter;

beforeEach(async () => {
  console = await openTestConsole();
  counter = await openCounter(console);
  const sheet = { printer: 'Office', paper: 'A4', copies: 1, automatic: true } as const;
  const { printers } = await counter.admin('settings.get', {});
  await counter.admin('settings.update', {
    printers: {
      devices: [{ name: 'Office', address: { kind: 'system', queue: 'laser' } }],
      documents: { ...printers.documents, invoice: sheet },
    },
  });
});
afterEach(() => console.remove());

async function sell(): Promise<number> {
  const { id: customerId } = await counter.addCustomer();
  const { invoice } = await counter.admin('transactions.create', {
    requestId: requestId(),
    customerId,
    source: { kind: 'depot', depotId: counter.depotId },
    items: [{ type: 'service', serviceId: counter.hose.id, quantity: 1 }],
  });
  await console.drain();
  return invoice?.id ?? 0;
}

const printOf = async (invoiceId: number) =>
  (await counter.admin('jobs.list', { invoiceId })).items.find(({ kind }) => kind === 'PRINT');

it('what waits for its next try is tried at once when somebody has mended the printer', async () => {
  console.tray.outcome = { state: 'failed', reason: 'The printer does not answer.', retry: true };
  const invoiceId = await sell();
  const waiting = await printOf(invoiceId);
  expect(waiting).toMatchObject({ state: 'queued', reason: 'The printer does not answer.', attempts: 1 });
  console.tray.outcome = { state: 'printed', proof: 'completed' };
  await console.drain();
  expect(await printOf(invoiceId)).toMatchObject({ state: 'queued' });

  await counter.admin('jobs.retry', { id: waiting?.id ?? 0 });
  await console.drain();
  expect(await printOf(invoiceId)).toMatchObject({ state: 'done', proof: 'completed' });
  expect(console.tray.orders).toHaveLength(1);
});

it('all of it is tried again with what has failed, once', async () => {
  console.tray.outcome = { state: 'failed', reason: 'Out of paper.', retry: true };
  await sell();
  console.tray.outcome = { state: 'failed', reason: 'No such queue.', retry: false };
  await sell();
  console.tray.outcome = { state: 'printed', proof: 'completed' };
  expect(await counter.admin('jobs.list', { needsSomebody: true })).toMatchObject({ total: 1 });
  expect(await counter.admin('jobs.list', { underWay: true })).toMatchObject({ total: 1 });
  expect(await counter.admin('jobs.retryAll', {})).toEqual({ retried: 2 });
  await console.drain();
  expect(await counter.admin('jobs.list', { underWay: true })).toMatchObject({ total: 0 });
  expect(console.tray.orders).toHaveLength(2);
});

it('what the spooler has is not printed a second time', async () => {
  console.tray.handle = 'laser-7';
  console.tray.outcome = { state: 'waiting', reason: 'Out of paper: put paper in.' };
  const invoiceId = await sell();
  const waiting = await printOf(invoiceId);
  expect(waiting).toMatchObject({ state: 'queued', reason: 'Out of paper: put paper in.' });
  await expect(counter.admin('jobs.retry', { id: waiting?.id ?? 0 })).rejects.toThrow('cannot be tried again');
  expect(await counter.admin('jobs.retryAll', {})).toEqual({ retried: 0 });
});

it('a test page that failed is nobody’s business but the tester’s', async () => {
  console.tray.outcome = { state: 'failed', reason: 'No such queue.', retry: false };
  expect(await counter.admin('printers.test', { printer: 'Office', paper: 'A4' })).toMatchObject({ status: 'failed' });
  expect(await counter.admin('jobs.list', { needsSomebody: true })).toMatchObject({ total: 0 });
  expect(await counter.admin('jobs.list', { needsSomebody: true, state: 'failed' })).toMatchObject({ total: 0 });
  expect(await counter.admin('jobs.list', { state: 'failed' })).toMatchObject({ total: 1 });
  expect(await counter.admin('jobs.retryAll', {})).toEqual({ retried: 0 });
});
