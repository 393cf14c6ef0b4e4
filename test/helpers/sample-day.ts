import { readFileSync } from 'node:fs';
import path from 'node:path';
import { everyPage } from '../../src/main/demo/directory.ts';
import type { WireOutput } from '../../src/shared/contract/index.ts';
import { addCents, formatCents, parseCents, ZERO_CENTS } from '../../src/shared/money.ts';
import type { Call } from './open-test-console.ts';
import { sampleSlips } from './sample-folder.ts';

type Sale = WireOutput<'transactions.create'>;

interface ExpectedFile {
  businessDate: string;
  transactions: { invoiced: boolean }[];
}

/** What the books must say after the last slip: expected.json, and what domain.md says of every day. */
export function expectedSampleDay() {
  const file = path.resolve(import.meta.dirname, '../../samples/depot-kb1/expected.json');
  const expected = JSON.parse(readFileSync(file, 'utf8')) as ExpectedFile;
  const slips = sampleSlips();
  const paid = slips.filter((slip) => slip.kind === 'payment' || (slip.kind === 'sale' && slip.payment !== undefined));
  return {
    ...expected,
    numbers: {
      TRX: consecutive('TRX', expected.transactions.length),
      INV: consecutive('INV', expected.transactions.filter(({ invoiced }) => invoiced).length),
      RCT: consecutive('RCT', paid.length),
      DST: consecutive('DST', slips.filter(({ kind }) => kind === 'distribution').length),
    },
    stockCheck: { ok: true, problems: [] },
    isAuditWhole: true,
  };
}

/**
 * What the books say, as the verbs show them, in the form of expected.json.
 *
 * @param call as an administrator
 * @param sales what the console answered to each sale, in order
 */
export async function readSampleDay(call: Call, sales: readonly Sale[]) {
  const businessDate = sales[0]?.transaction.businessDate ?? '';
  const customers = await everyPage((page) => call('customers.list', { ...page, sort: 'code' }));
  const codeOf = new Map(customers.map(({ id, code }) => [id, code]));
  const accounts = await Promise.all(customers.map(({ id }) => call('customers.account', { id })));
  const skuOf = new Map((await everyPage((page) => call('equipment.list', page))).map(({ id, sku }) => [id, sku]));
  const codeAt = (customerId: number) => codeOf.get(customerId) ?? 'unknown';
  return {
    businessDate,
    transactions: sales.map(({ transaction, invoice }) => ({
      customer: codeAt(transaction.customerId),
      invoiced: invoice !== null,
      net: transaction.netAmount,
      tax: transaction.taxAmount,
      rounding: transaction.roundingAmount,
      total: transaction.totalAmount,
    })),
    totals: await totalsOf(call, businessDate),
    balances: Object.fromEntries(accounts.map(({ customerId, balance }) => [codeAt(customerId), balance] as const)),
    depositsHeld: accounts.flatMap(({ customerId, deposits }) =>
      deposits
        .map(({ equipmentId, amount }) => ({ customer: codeAt(customerId), sku: skuOf.get(equipmentId) ?? '', amount }))
        .toSorted((a, b) => (a.sku < b.sku ? -1 : 1)),
    ),
    lastReadings: Object.fromEntries(
      customers.filter((row) => row.isMeterInstalled).map((row) => [row.code, row.lastMeterReading]),
    ),
    stock: await stockOf(call, codeOf, skuOf),
    numbers: await numbersOf(call),
    stockCheck: await call('stock.check', {}),
    isAuditWhole: (await call('audit.verify', {})).ok,
  };
}

/** As the lists show them, each document on the sample's day. */
async function totalsOf(call: Call, businessDate: string) {
  const day = { from: businessDate, to: businessDate };
  const sales = await everyPage((page) => call('transactions.list', { ...page, ...day }));
  const invoices = await everyPage((page) => call('invoices.list', { ...page, ...day }));
  const cash = await everyPage((page) => call('payments.list', { ...page, ...day, method: 'CASH' }));
  return {
    transactions: sales.length,
    invoices: invoices.length,
    net: sum(sales.map((sale) => sale.netAmount)),
    tax: sum(sales.map((sale) => sale.taxAmount)),
    rounding: sum(sales.map((sale) => sale.roundingAmount)),
    total: sum(sales.map((sale) => sale.totalAmount)),
    cashTaken: sum(cash.map((payment) => payment.amount)),
  };
}

function sum(amounts: readonly string[]): string {
  return formatCents(addCents(...amounts.map((amount) => parseCents(amount) ?? ZERO_CENTS)));
}

async function stockOf(call: Call, customers: Map<number, string>, skus: Map<number, string>) {
  const depots = new Map((await everyPage((page) => call('depots.list', page))).map(({ id, code }) => [id, code]));
  const drivers = new Map(
    (await everyPage((page) => call('users.list', page))).map(({ id, username }) => [id, username]),
  );
  const codes = { depot: depots, truck: drivers, customer: customers };
  const entities = ['depot', 'truck', 'customer'] as const;
  const lists = await Promise.all(entities.map((entity) => call('inventories.list', { entity })));
  return lists
    .flatMap(({ items }) => items)
    .flatMap(({ entity, entityId, equipmentId, full, empty, damaged, onSite }) =>
      Object.entries({ FULL: full, EMPTY: empty, DAMAGED: damaged, ON_SITE: onSite }).map(([condition, quantity]) => ({
        location: entity.toUpperCase(),
        code: codes[entity].get(entityId),
        condition,
        sku: skus.get(equipmentId),
        quantity,
      })),
    )
    .filter(({ quantity }) => quantity !== 0)
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function orderOf({
  location,
  code,
  condition,
  sku,
}: Record<'location' | 'condition', string> & { code?: string; sku?: string }) {
  return [location, code, condition, sku].join('\u0000');
}

/** Every number issued, oldest first. */
async function numbersOf(call: Call) {
  return {
    TRX: (await everyPage((page) => call('transactions.list', { ...page, sort: 'id' }))).map((row) => row.number),
    INV: (await everyPage((page) => call('invoices.list', { ...page, sort: 'id' }))).map((row) => row.number),
    RCT: (await everyPage((page) => call('payments.list', { ...page, sort: 'id' }))).map((row) => row.receiptNumber),
    DST: (await everyPage((page) => call('distributions.list', { ...page, sort: 'id' }))).map((row) => row.number),
  };
}

/** 1 … n without a gap (domain.md, "Numbers"). */
function consecutive(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${kind}-KB1-2026-${String(index + 1).padStart(6, '0')}`);
}
