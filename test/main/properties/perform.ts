import type { WireOutput } from '../../../src/shared/contract/index.ts';
import type { Result } from '../../../src/shared/errors.ts';
import { requestId } from '../../helpers/open-test-console.ts';
import type { Command, CommandOf } from './commands.ts';
import type { Written } from './made.ts';
import type { Day, Who } from './prepare-counter.ts';
import { at, requestOf } from './request-of.ts';

/** A request with its key, and what was answered last. */
export interface Request {
  who: Who;
  verb: string;
  input: Record<string, unknown>;
  result: Result<unknown>;
}

export interface Performed {
  day: Day;
  requests: Request[];
  written: Written;
}

/** Does what a command says, and notes what came of it. */
export async function perform(performed: Performed, command: Command): Promise<void> {
  const { day, requests } = performed;
  if (command.kind === 'clock') {
    const { clock } = day.console;
    clock.set(new Date(clock.now().getTime() + command.hours * 3_600_000));
    return;
  }
  if (command.kind === 'again') return repeat(performed, command);
  if (command.kind === 'farEnd') return day.beyond.say(command);
  const made = await requestOf(day, performed.written, command);
  if (made === null) return;
  const who = command.who as Who;
  const input = { ...made.input, requestId: requestId() };
  const result = await day.call(who, made.verb, input);
  requests.push({ who, verb: made.verb, input, result });
  if (result.ok) note(performed.written, made.verb, result.value);
}

function note({ slips, sales, invoices, payments }: Written, verb: string, value: unknown): void {
  if (verb === 'distributions.create') slips.push((value as WireOutput<'distributions.create'>).id);
  if (verb === 'payments.create') payments.push((value as WireOutput<'payments.create'>).payment.id);
  if (verb !== 'transactions.create') return;
  const { transaction, invoice, receipt } = value as WireOutput<'transactions.create'>;
  sales.push(transaction.id);
  if (invoice !== null) invoices.push(invoice.id);
  if (receipt !== null) payments.push(receipt.paymentId);
}

/** The same request again: the first answer, as long as it is the same person asking the same. */
async function repeat({ day, requests }: Performed, { request, change }: CommandOf<'again'>): Promise<void> {
  if (requests.length === 0) return;
  const first = at(requests, request);
  if (change === 'input' && CHANGED[first.verb] === undefined) return;
  const input = change === 'input' ? { ...first.input, ...CHANGED[first.verb] } : first.input;
  const who = change === 'person' ? (first.who === 'admin' ? 'clerk' : 'admin') : first.who;
  if (change !== 'none' && !first.result.ok) return;
  const result = await day.call(who, first.verb, input);
  if (change === 'none') {
    if (first.result.ok && sameOf(first.verb, result) !== sameOf(first.verb, first.result)) {
      throw new Error(`${first.verb} answered a repeated request anew: ${JSON.stringify(result)}`);
    }
    first.result = result;
  } else if (result.ok) {
    throw new Error(`${first.verb} answered a used request id with another ${change}`);
  }
}

/** A change of each verb's input that leaves it valid. */
const CHANGED: Readonly<Record<string, Record<string, unknown>>> = {
  'transactions.create': { remarks: 'changed' },
  'payments.create': { reference: 'changed' },
  'stock.receive': { reference: 'changed' },
  'stock.dispatch': { reference: 'changed' },
  'distributions.create': { remarks: 'changed' },
  'distributions.update': { remarks: 'changed' },
  'distributions.confirm': { id: 999_999 },
  'distributions.cancel': { reason: 'changed' },
  'inventories.update': { reason: 'changed' },
  'customers.update': { phone: '999' },
  'customers.setRates': { rates: [], meterRates: [] },
  'settings.update': { billing: { warnUnpaidCash: false } },
  'invoices.print': { copies: 9 },
  'invoices.printMany': { copies: 9 },
  'invoices.email': { to: 'changed@example.com' },
  'invoices.emailMany': { again: true },
  'payments.printReceipt': { copies: 9 },
  'payments.emailReceipt': { to: 'changed@example.com' },
  'transactions.printDeliveryNote': { copies: 9 },
  'distributions.print': { copies: 9 },
  'jobs.retry': { id: 999_999 },
  'jobs.cancel': { id: 999_999 },
  'jobs.resolve': { id: 999_999 },
};

/** Whoever mails a document or gives a job up is told what became of it since; the job is the same. */
const TOLD_SINCE: ReadonlySet<string> = new Set(['invoices.email', 'payments.emailReceipt', 'jobs.cancel']);

function sameOf(verb: string, result: Result<unknown>): string {
  if (!result.ok || !TOLD_SINCE.has(verb)) return JSON.stringify(result);
  const { id, jobId } = result.value as { id?: number; jobId?: number };
  return String(jobId ?? id);
}
