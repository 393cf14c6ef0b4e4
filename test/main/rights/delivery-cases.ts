import type { WireInput } from '../../../src/shared/contract/index.ts';
import type { PrintOutcome } from '../../../src/main/adapters/printer.ts';
import { MAIL, PRINTERS } from '../../helpers/delivery-settings.ts';
import { can, type Case, type Situation } from './case.ts';

const HOUSE = 'users, company, tax, printers, mail, restore';
const DELIVER = 'sale, payment, receipt, print, mail';
const READ = 'read lists and reports';

const FAILED: PrintOutcome = { state: 'failed', reason: 'There is no such queue.', retry: false };
const UNCERTAIN: PrintOutcome = { state: 'uncertain', reason: 'Look whether it came out.' };
const PRINTED: PrintOutcome = { state: 'printed', proof: 'the tray is full' };

/** Work that is done by nobody in particular is done before somebody is watched. */
async function settled<Value>({ ground }: Situation, value: Value): Promise<Value> {
  await ground.console.drain();
  return value;
}

type Place = 'truck' | 'counter';

/** A print of the place's invoice that ended so. */
async function jobThat(outcome: PrintOutcome, place: Place, at: Situation): Promise<number> {
  const { console, admin } = at.ground;
  console.tray.outcome = outcome;
  const { jobId } = await admin('invoices.print', { id: at.side[place].invoiceId });
  await console.drain();
  console.tray.outcome = PRINTED;
  return jobId;
}

async function batchOf(place: Place, at: Situation): Promise<string> {
  const { batch } = await at.ground.admin('invoices.printMany', { ids: [at.side[place].invoiceId] });
  return settled(at, batch ?? '');
}

/** So that one job failed, and no other. */
async function onlyOneFailed(place: Place, at: Situation): Promise<Record<string, never>> {
  await at.ground.admin('jobs.retryAll', {});
  await at.ground.console.drain();
  await jobThat(FAILED, place, at);
  return {};
}

function casesOf(place: Place): readonly Case[] {
  const concerns = place === 'truck' ? ('truck' as const) : ('depot' as const);
  const where = { what: `of a ${place}`, concerns };
  /** What is printed and mailed is shown. */
  const shown = { ...where, alsoRow: READ };
  const invoice = (at: Situation) => settled(at, { id: at.side[place].invoiceId });
  const invoices = (at: Situation) => settled(at, { ids: [at.side[place].invoiceId] });
  const payment = (at: Situation) => settled(at, { id: at.side[place].paymentId });
  const sale = (at: Situation) => settled(at, { id: at.side[place].transactionId });
  return [
    can(DELIVER, 'invoices.print', invoice, shown),
    can(DELIVER, 'invoices.printMany', invoices, shown),
    can(DELIVER, 'invoices.email', invoice, shown),
    can(DELIVER, 'invoices.emailMany', async (at) => ({ ...(await invoices(at)), again: true }), shown),
    can(DELIVER, 'payments.printReceipt', payment, shown),
    can(DELIVER, 'payments.emailReceipt', payment, shown),
    can(DELIVER, 'transactions.printDeliveryNote', sale, shown),
    can(READ, 'payments.receiptPdf', payment, where),
    can(READ, 'transactions.deliveryNotePdf', sale, where),
    can(READ, 'jobs.list', async (at) => ({ invoiceId: (await invoice(at)).id }), {
      ...where,
      shows: ({ items }) => items.length > 0,
    }),
    can(DELIVER, 'jobs.retry', async (at) => ({ id: await jobThat(FAILED, place, at) }), shown),
    can(DELIVER, 'jobs.retryAll', (at) => onlyOneFailed(place, at), {
      ...shown,
      shows: ({ retried }) => retried === 1,
    }),
    can(DELIVER, 'jobs.cancel', async (at) => ({ id: await jobThat(FAILED, place, at) }), shown),
    can(DELIVER, 'jobs.resolve', async (at) => ({ id: await jobThat(UNCERTAIN, place, at), printed: true }), shown),
    can(DELIVER, 'jobs.batch', async (at) => ({ batch: await batchOf(place, at) }), { ...shown, hidesBy: 'NOT_FOUND' }),
    can(DELIVER, 'jobs.cancelBatch', async (at) => ({ batch: await batchOf(place, at) }), {
      ...shown,
      hidesBy: 'NOT_FOUND',
    }),
  ];
}

const test = { printer: 'Office', paper: 'A4' } as const;
const letter: WireInput<'mail.preview'> = { document: 'invoice', subject: '{number}', body: 'Dear {customer}' };

/** Paper and mail: who may send what on its way, and who says which way that is. */
export const DELIVERY: readonly Case[] = [
  ...casesOf('truck'),
  ...casesOf('counter'),
  can(DELIVER, 'distributions.print', (at) => settled(at, { id: at.side.slipId }), {
    concerns: 'truck',
    alsoRow: READ,
  }),
  can(READ, 'distributions.pdf', ({ side }) => ({ id: side.slipId }), { concerns: 'truck' }),
  can(DELIVER, 'printers.status', () => ({ printer: 'Office' })),
  can(HOUSE, 'settings.update', () => ({ printers: PRINTERS }), { what: 'printers' }),
  can(HOUSE, 'settings.update', () => ({ mail: MAIL }), { what: 'mail' }),
  can(HOUSE, 'printers.list', () => ({})),
  can(HOUSE, 'printers.test', (at) => settled(at, test)),
  can(HOUSE, 'mail.status', () => ({})),
  can(HOUSE, 'mail.setPassword', () => ({ password: 'open sesame' })),
  can(HOUSE, 'mail.preview', () => letter),
  can(HOUSE, 'mail.test', (at) => settled(at, { to: 'boss@hsh.example' })),
];
