import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TOTAL_COUNTED_TO } from '../../../src/shared/contract/lists.ts';
import { buildFixture } from '../../bench/fixture.ts';
import { type Call, openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';
import { MEANINGS, type Row } from './list-meanings.ts';
import { wholeList } from './whole-list.ts';

/** What large books are read by: other ways than small ones, that must come to the same. */
let books: TestConsole;
let admin: Call;

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'depot-large-'));
  await buildFixture(folder, { invoices: 11_000, customers: 12_000 });
  addFirstByName(folder);
  books = await openTestConsole(folder);
  admin = await books.signIn('admin', 'correct horse');
});
afterAll(() => books.remove());

const read = new Map<string, ReturnType<typeof wholeList>>();

/** The list without a filter, read once for each order. */
function unfiltered(verb: 'customers.list' | 'invoices.list', sort: string): ReturnType<typeof wholeList> {
  const known = read.get(`${verb} ${sort}`) ?? wholeList(admin, verb, { sort });
  read.set(`${verb} ${sort}`, known);
  return known;
}

/** More customers than a page looks through, who come before all others and share no part of their codes with them. */
function addFirstByName(folder: string): void {
  const db = new Database(path.join(folder, 'depot.db'));
  const insert = db.prepare(
    `INSERT INTO customers (code, name, address, postal_code, payment_type, is_meter_installed, search_text, commit_seq)
     VALUES (?, ?, '', '', 'CASH', 0, ?, 1)`,
  );
  db.transaction(() => {
    for (let index = 0; index < 5000; index += 1) insert.run(`X${index}`, `A ${index}`, `a ${index}\nx${index}`);
  })();
  db.close();
}

function fitting(
  verb: keyof typeof MEANINGS,
  rows: readonly Row[],
  input: Readonly<Record<string, unknown>>,
): number[] {
  const meanings = MEANINGS[verb] ?? {};
  return rows
    .filter((row) => Object.entries(input).every(([name, value]) => meanings[name]?.(row, value) ?? false))
    .map(({ id }) => id);
}

describe.each(['name', '-name', 'code'])('customers by %s', (sort) => {
  test.each([
    ['few', { search: 'kaki bukit' }],
    ['few of a kind', { isActive: false }],
    ['many', { search: 'tan' }],
    ['many of a kind', { paymentType: 'CREDIT', isActive: true }],
    ['most', { search: 'road' }],
    ['most, none of them near', { search: 'c0' }],
    ['most of a kind, none of them near', { search: 'c0', isActive: true }],
    ['most by one character', { search: 'a' }],
  ])('%s', async (_many, input) => {
    const all = await unfiltered('customers.list', sort);
    const ids = fitting('customers.list', all.rows, input);
    const found = await wholeList(admin, 'customers.list', { ...input, sort });
    expect(found.rows.map(({ id }) => id)).toEqual(ids);
    expect(found.totals).toEqual([ids.length > TOTAL_COUNTED_TO ? null : ids.length]);
  });
});

describe.each(['-id', 'dueDate'])('invoices by %s', (sort) => {
  test.each([
    ['of many customers', { search: 'a' }],
    ['of many customers in a month', { search: 'a', from: '2025-03-01', to: '2025-03-31' }],
    ['of many customers, open', { search: 'a', unpaid: true }],
    ['of all numbers', { search: 'INV-KB1' }],
    ['of all numbers of some years', { search: 'inv-kb1-202' }],
    ['of a year of numbers', { search: 'INV-KB1-2025' }],
    ['of most days', { from: '2024-01-25' }],
    ['of most days, paid', { from: '2024-01-25', status: 'paid' }],
  ])('%s', async (_what, input) => {
    const all = await unfiltered('invoices.list', sort);
    const ids = fitting('invoices.list', all.rows, input);
    const found = await wholeList(admin, 'invoices.list', { ...input, sort });
    expect(found.rows.map(({ id }) => id)).toEqual(ids);
    expect([null, ids.length]).toContain(found.totals[0]);
    expect(found.totals).toHaveLength(1);
  });
});
