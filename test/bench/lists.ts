import { z } from 'zod';
import { openReader } from '../../src/main/db/open-reader.ts';
import type { ReadContext } from '../../src/main/services/context.ts';
import { listCustomers } from '../../src/main/services/customers.ts';
import { listInvoices } from '../../src/main/services/invoices.ts';
import { contract, type WireInput } from '../../src/shared/contract/index.ts';
import type { BusinessDate } from '../../src/shared/dates.ts';
import { cachedFixture, LARGE } from './fixture.ts';
import { interleaved, median, report, rounded, timed } from './measure.ts';

const RUNS = 21;

/** Texts by what makes them hard to find. */
const TEXTS: Readonly<Record<string, string>> = {
  'in every second address': 'road',
  'in many names, together in the order': 'wong',
  'of common parts, together rare': 'ang mo kio road #99',
  'of one customer': 'C012345',
  'of none': 'zzzz',
  'one letter': 'a',
  'two letters': 'ro',
  'two digits': '12',
  'one Chinese character': '龙',
  'two Chinese characters': '金龙',
};

const INVOICES: Readonly<Record<string, WireInput<'invoices.list'>>> = {
  unpaid: { unpaid: true },
  'overdue, by due date': { overdue: true, sort: 'dueDate' },
  'of the customer with most': { customerId: 1 },
  'of a month nine years ago': { from: '2017-03-01', to: '2017-03-31' },
  'void, of a year': { status: 'void', from: '2018-01-01', to: '2018-12-31' },
  'from a day nine years ago on': { startAt: '2017-03-01' },
  'from a due date nine years ago on': { startAt: '2017-03-01', sort: 'dueDate' },
  'unpaid, from a day nine years ago on': { unpaid: true, startAt: '2017-03-01' },
  'unpaid, oldest first, from a day nine years ago on': { unpaid: true, startAt: '2017-03-01', sort: 'id' },
  'void, from a day five years ago on': { status: 'void', startAt: '2021-03-01' },
  'of the customer with most, from a day nine years ago on': { customerId: 1, startAt: '2017-03-01' },
  'from a number on': { startAt: 'INV-KB1-2020-000123' },
  'by number': { search: 'INV-KB1-2020-000123' },
  'by running number': { search: '123' },
  'by a rare name': { search: '金龙' },
  'by a common name': { search: 'restaurant' },
};

/** A page as the contract sends it, from parsed input to the answer's encoding, out of books with ten years in them. */
export async function benchLists(): Promise<void> {
  const db = openReader(await cachedFixture(LARGE));
  // As the console has it.
  db.$client.pragma('cache_size = -32000');
  const admin = { id: 1, username: 'admin', fullName: 'Depot Administrator', role: 'ADMIN', depotId: null } as const;
  const now = new Date('2026-01-20T01:00:00.000Z');
  const today = '2026-01-20' as BusinessDate;
  const context: ReadContext = { db, now, today, actor: admin, sessionId: null, device: 'bench' };
  const customers = (input: WireInput<'customers.list'>) => {
    const { input: shape, output } = contract['customers.list'];
    return z.encode(output, listCustomers(context, shape.parse(input)));
  };
  const invoices = (input: WireInput<'invoices.list'>) => {
    const { input: shape, output } = contract['invoices.list'];
    return z.encode(output, listInvoices(context, shape.parse(input)));
  };
  for (const [text, search] of Object.entries(TEXTS)) {
    const milliseconds = await medianOf(() => customers({ search }));
    report({ bench: 'customer search', customers: LARGE.customers, text, search, unit: 'ms', median: milliseconds });
  }
  for (const [list, input] of Object.entries(INVOICES)) {
    const milliseconds = await medianOf(() => invoices(input));
    report({ bench: 'invoice list', invoices: LARGE.invoices, list, unit: 'ms', median: milliseconds });
  }
  const deep = Buffer.from(JSON.stringify([null, LARGE.invoices / 2, null])).toString('base64url');
  const { subject, baseline, ratio } = await interleaved(
    RUNS,
    () => invoices({ cursor: deep }),
    () => invoices({}),
  );
  const pages = { invoices: LARGE.invoices, unit: 'ms', deep: subject, first: baseline, ratio };
  report({ bench: 'invoice list, page 10 000 / first page', ...pages });
  db.$client.close();
}

async function medianOf(run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < RUNS; count += 1) times.push(await timed(run));
  return rounded(median(times));
}
