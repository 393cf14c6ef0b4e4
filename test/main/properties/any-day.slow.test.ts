import { rm } from 'node:fs/promises';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { WireOutput } from '../../../src/shared/contract/index.ts';
import { ERROR_CODES } from '../../../src/shared/errors.ts';
import { type Books, changesBetween, type Counts, openBooks } from '../../helpers/read-books.ts';
import { breachesOf } from './books-hold.ts';
import { commands } from './commands.ts';
import { perform, type Performed, type Request } from './perform.ts';
import { type Counter, openDay, prepareCounter } from './prepare-counter.ts';

const ledgerShape = z.object({
  balance: z.int(),
  deposits: z.int(),
  outstanding: z.int(),
  reading: z.int().nullable(),
});

const SEED = Number(process.env['PROPERTY_SEED'] ?? 20_260_103);
const RUNS = 60;

let counter: Counter;
beforeAll(async () => {
  counter = await prepareCounter();
});
afterAll(() => rm(counter.dataDir, { recursive: true, force: true }));

/** How often each verb was answered, and how: all of it must happen, or the property says nothing. */
const tally = new Map<string, number>();

test(`after any day at the counter the books hold (seed ${SEED})`, async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (day) => {
      const written = { slips: [], sales: [], invoices: [], payments: [] };
      const performed: Performed = { day: await openDay(counter), requests: [], written };
      const books = openBooks(performed.day.console.dataDir);
      try {
        const before = books.counts();
        for (const command of day) await perform(performed, command);
        await performed.day.console.drain();
        expect(performed.requests.map(strangeAnswer).filter((answer) => answer !== null)).toEqual([]);
        await expectWholeBooks(performed, books, before);
        for (const { verb, result } of performed.requests) count(`${verb} ${result.ok ? 'OK' : result.error.code}`);
      } finally {
        books.close();
        await performed.day.end();
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
  const seen = (ending: string) => [...tally].filter(([key]) => key.endsWith(ending)).map(([key]) => key);
  expect(seen(' OK').length).toBeGreaterThanOrEqual(22);
  for (const code of ['INSUFFICIENT_STOCK', 'CREDIT_LIMIT', 'INVALID_STATE', 'APPROVAL_REQUIRED', 'METER_ROLLBACK']) {
    expect([code, seen(code).length > 0]).toEqual([code, true]);
  }
}, 180_000);

function count(key: string): void {
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

function strangeAnswer({ verb, input, result }: Request): string | null {
  if (result.ok || (Object.hasOwn(ERROR_CODES, result.error.code) && result.error.code !== 'UNEXPECTED')) return null;
  return `${verb} ${JSON.stringify(input)}: ${result.error.code} ${result.error.message}`;
}

async function expectWholeBooks({ day, requests }: Performed, books: Books, before: Counts): Promise<void> {
  expect(breachesOf(books)).toEqual({});
  expect(await valueOf(day.call('admin', 'stock.check', {}))).toEqual({ ok: true, problems: [] });
  expect(await valueOf(day.call('admin', 'audit.verify', {}))).toMatchObject({ ok: true });
  const written = changesBetween(before, books.counts());
  const done = requests.filter(({ result }) => result.ok);
  const of = (verb: string) => done.filter((request) => request.verb === verb);
  const sales = of('transactions.create').map(
    ({ result }) => (result as { value: WireOutput<'transactions.create'> }).value,
  );
  const paidAtOnce = sales.filter((sale) => sale.receipt !== null).length;
  // One request, one document, however often it came.
  expect({
    requests: written['requests'] ?? 0,
    transactions: written['transactions'] ?? 0,
    invoices: written['invoices'] ?? 0,
    payments: written['payments'] ?? 0,
    distributions: written['distributions'] ?? 0,
    transfers: written['stock_transfers'] ?? 0,
  }).toEqual({
    requests: done.length,
    transactions: sales.length,
    invoices: sales.filter((sale) => sale.invoice !== null).length,
    payments: of('payments.create').length + paidAtOnce,
    distributions: of('distributions.create').length,
    transfers: of('stock.receive').length + of('stock.dispatch').length,
  });
  expectDelivered({ day, books });
  for (const id of day.counter.customers) await expectAccount({ day, books }, id);
}

/** What the printers and the mail server said they have is what the books say has left, each letter once. */
function expectDelivered({ day, books }: { day: Performed['day']; books: Books }): void {
  const left = books.rows(
    z.object({ kind: z.string(), count: z.int() }),
    `SELECT kind, count(*) AS count FROM jobs WHERE state = 'done' AND proof NOT LIKE '%has seen it.' GROUP BY kind`,
  );
  const times = (kind: string) => left.find((row) => row.kind === kind)?.count ?? 0;
  const { papers, letters } = day.beyond;
  expect([papers(), letters.length, new Set(letters).size]).toEqual([times('PRINT'), times('MAIL'), times('MAIL')]);
}

/** What the verbs show of a customer is what the ledgers say. */
async function expectAccount({ day, books }: { day: Performed['day']; books: Books }, id: number): Promise<void> {
  const account = (await valueOf(day.call('admin', 'customers.account', { id }))) as WireOutput<'customers.account'>;
  const customer = (await valueOf(day.call('admin', 'customers.get', { id }))) as WireOutput<'customers.get'>;
  const [ledger] = books.rows(
    ledgerShape,
    `SELECT
      (SELECT coalesce(sum(total), 0) FROM invoices WHERE customer_id = ${id})
        - (SELECT coalesce(sum(amount), 0) FROM payments WHERE customer_id = ${id}) AS balance,
      (SELECT coalesce(sum(amount), 0) FROM deposits WHERE customer_id = ${id}) AS deposits,
      (SELECT coalesce(sum(outstanding), 0) FROM invoice_facts WHERE customer_id = ${id}) AS outstanding,
      (SELECT reading FROM meter_readings WHERE customer_id = ${id} ORDER BY id DESC LIMIT 1) AS reading`,
  );
  expect({
    balance: toCents(account.balance),
    deposits: account.deposits.reduce((sum, deposit) => sum + toCents(deposit.amount), 0),
    outstanding: account.outstandingInvoices.reduce((sum, invoice) => sum + toCents(invoice.due), 0),
    reading: customer.lastMeterReading === null ? null : Math.round(Number(customer.lastMeterReading) * 1000),
  }).toEqual(ledger);
}

const toCents = (amount: string) => Math.round(Number(amount) * 100);

async function valueOf(call: ReturnType<Performed['day']['call']>): Promise<unknown> {
  const result = await call;
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.message}`);
  return result.value;
}
