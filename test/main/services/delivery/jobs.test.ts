import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrintOutcome } from '../../../../src/main/adapters/printer.ts';
import { MAIL, PRINTERS } from '../../../helpers/delivery-settings.ts';
import { type EdgeCase, openEdgeCase, problemOf } from '../../../helpers/open-edge-case.ts';
import { requestId } from '../../../helpers/open-test-console.ts';

const PRINTED: PrintOutcome = { state: 'printed', proof: 'the tray is full' };

let edge: EdgeCase;
let invoiceId = 0;
beforeAll(async () => {
  edge = await openEdgeCase();
  const { admin } = edge;
  await admin('settings.update', { printers: PRINTERS, mail: MAIL });
  const sale = await edge.sell([edge.deliver(1)], { payment: { method: 'CHEQUE', amount: '39.79' } });
  invoiceId = sale.invoice?.id ?? 0;
  const driver = await edge.addUser('DRIVER', 'driver1');
  const item = { equipmentId: edge.cylinder14.id, direction: 'OUT', condition: 'FULL', quantity: 1 } as const;
  const slip = { depotId: edge.depotId, driverId: driver.id, items: [item], requestId: requestId() };
  const { id } = await admin('distributions.create', slip);
  await admin('invoices.print', { id: invoiceId });
  await admin('invoices.email', { id: invoiceId, to: 'k@example.com' });
  await admin('payments.printReceipt', { id: sale.receipt?.paymentId ?? 0 });
  await admin('transactions.printDeliveryNote', { id: sale.transaction.id });
  await admin('distributions.print', { id });
  await admin('printers.test', { printer: 'Office', paper: 'A4' });
  await edge.console.drain();
});
afterAll(() => edge.console.remove());

const list = async (input: Parameters<typeof ask>[0] = {}) =>
  (await ask({ sort: 'id', ...input })).items.map(({ kind, subject, number, target }) =>
    [kind, subject, number?.replace('-KB1-2026-', ' '), target].filter((part) => part != null).join(' '),
  );
const ask = (input: Parameters<typeof edge.admin<'jobs.list'>>[1]) => edge.admin('jobs.list', input);

/** A print of the invoice that ends so. */
async function printThat(outcome: PrintOutcome): Promise<number> {
  edge.console.tray.outcome = outcome;
  const { jobId } = await edge.admin('invoices.print', { id: invoiceId });
  await edge.console.drain();
  edge.console.tray.outcome = PRINTED;
  return jobId;
}

describe('the list of jobs', () => {
  test('says of each what is done about which document, and where it goes', async () => {
    expect(await list()).toEqual([
      'RENDER invoice INV 000001',
      'PRINT invoice INV 000001 Office',
      'MAIL invoice INV 000001 k@example.com',
      'PRINT receipt RCT 000001 Till',
      'PRINT deliveryNote TRX 000001 Office',
      'PRINT distribution DST 000001 Office',
      'PRINT test Office',
    ]);
    const [test1] = (await ask({ sort: '-id', limit: 1 })).items;
    expect(test1).toMatchObject({ subjectId: null, number: null, state: 'done', proof: 'the tray is full' });
  });

  test.each([
    ['INV-KB1-2026-000001', 3],
    ['rct-kb1-2026-000001', 1],
    [' TRX-KB1-2026-000001 ', 1],
    ['DST-KB1-2026-000001', 1],
    ['INV-KB1-2026-000002', 0],
    ['INV-KB1-2026', 0],
    ['ZZZ', 0],
    ['%', 0],
  ])('finds a document by its whole number: %s', async (search, found) => {
    expect((await ask({ search })).total).toBe(found);
  });

  test('of one invoice is of that invoice, and not of another document with its id', async () => {
    expect(await list({ invoiceId })).toHaveLength(3);
    expect(await list({ invoiceId: 999 })).toEqual([]);
  });
});

describe('a job that is done', () => {
  test.each(['jobs.retry', 'jobs.cancel', 'jobs.resolve'] as const)('is not touched by %s', async (verb) => {
    const id = await printThat(PRINTED);
    const call = verb === 'jobs.resolve' ? edge.admin(verb, { id, printed: false }) : edge.admin(verb, { id });
    expect((await problemOf(call)).code).toBe('INVALID_STATE');
    expect((await ask({ limit: 1 })).items).toMatchObject([{ id, state: 'done' }]);
  });
});

test('a job that failed is no question: it is tried again or given up', async () => {
  const id = await printThat({ state: 'failed', reason: 'No such queue.', retry: false });
  expect(await problemOf(edge.admin('jobs.resolve', { id, printed: true }))).toMatchObject({
    code: 'INVALID_STATE',
    message: 'INV-KB1-2026-000001 is failed and is not uncertain.',
  });
  expect(await edge.admin('jobs.cancel', { id })).toMatchObject({ state: 'cancelled' });
  expect(await edge.admin('system.health', {})).toMatchObject({ jobs: { failed: 0 } });
});

test('what somebody did about a job is in the audit, with what it was before', async () => {
  const id = await printThat({ state: 'uncertain', reason: 'The line broke.' });
  await edge.admin('jobs.resolve', { id, printed: false });
  await edge.console.drain();
  const { items } = await edge.admin('audit.list', { entityType: 'job', entityId: id });
  expect(items).toMatchObject([
    {
      action: 'jobs.resolve',
      username: 'admin',
      before: { state: 'uncertain' },
      after: { state: 'queued', kind: 'PRINT', target: 'Office', printed: false },
    },
  ]);
});

test('there is no batch that nobody made', async () => {
  const batch = '123e4567-e89b-42d3-a456-426614174000';
  expect((await problemOf(edge.admin('jobs.batch', { batch }))).code).toBe('NOT_FOUND');
  expect((await problemOf(edge.admin('jobs.cancelBatch', { batch }))).code).toBe('NOT_FOUND');
});
