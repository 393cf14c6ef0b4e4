import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WireInput, WireOutput } from '../../../src/shared/contract/index.ts';
import { buildFixture } from '../../bench/fixture.ts';
import { type Call, openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';
import { wholeList } from './whole-list.ts';

let books: TestConsole;
let admin: Call;

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'depot-invoices-'));
  await buildFixture(folder, { invoices: 700, customers: 500 });
  books = await openTestConsole(folder);
  admin = await books.signIn('admin', 'correct horse');
});
afterAll(() => books.remove());

type Row = WireOutput<'invoices.list'>['items'][number];
type Sort = NonNullable<WireInput<'invoices.list'>['sort']>;

async function all(input: WireInput<'invoices.list'>): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const page: WireOutput<'invoices.list'> = await admin('invoices.list', {
      ...input,
      limit: 200,
      ...(cursor === null ? {} : { cursor }),
    });
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id);

describe('a list that begins somewhere', () => {
  const DAY = '2025-03-10';
  const IS_FROM: Readonly<Record<Sort, (row: Row) => boolean>> = {
    '-id': ({ businessDate }) => businessDate <= DAY,
    id: ({ businessDate }) => businessDate >= DAY,
    '-dueDate': ({ dueDate }) => dueDate <= DAY,
    dueDate: ({ dueDate }) => dueDate >= DAY,
  };

  test.each(Object.keys(IS_FROM) as Sort[])('at a day, sorted by %s, goes on from there to its end', async (sort) => {
    const whole = await all({ sort });
    const first = whole.findIndex(IS_FROM[sort]);
    expect(first).toBeGreaterThan(10);
    const { rows, totals } = await wholeList(admin, 'invoices.list', { sort, startAt: DAY });
    expect(rows.map(({ id }) => id)).toEqual(idsOf(whole.slice(first)));
    expect(totals).toEqual([whole.length - first]);
  });

  test.each(['-id', 'id'] as const)('at an invoice, sorted by %s, begins with it', async (sort) => {
    const whole = await all({ sort });
    const { number, id } = whole[300] ?? { number: '', id: 0 };
    const found = await admin('invoices.list', { sort, startAt: number.toLowerCase(), limit: 3 });
    expect(idsOf(found.items)).toEqual(idsOf(whole.slice(300, 303)));
    expect(found.items[0]?.id).toBe(id);
  });

  test('at a running number takes the newest year’s', async () => {
    const { items } = await admin('invoices.list', { startAt: '3' });
    const numbers = (await all({})).map(({ number }) => number).filter((number) => number.endsWith('-000003'));
    expect(numbers.length).toBeGreaterThan(1);
    expect(items[0]?.number).toBe(numbers.toSorted().at(-1));
  });

  test('keeps its filters', async () => {
    const whole = await all({ unpaid: true });
    const expected = whole.filter(({ businessDate }) => businessDate <= '2025-09-01');
    expect(idsOf(await all({ unpaid: true, startAt: '2025-09-01' }))).toEqual(idsOf(expected));
  });

  test('before every day is empty, and an unknown number is told at its field', async () => {
    expect(await admin('invoices.list', { startAt: '1999-01-01' })).toMatchObject({ items: [], total: 0 });
    await expect(admin('invoices.list', { startAt: 'INV-KB1-2025-999999' })).rejects.toMatchObject({
      problem: {
        code: 'VALIDATION',
        details: { errors: [{ path: 'startAt', message: 'There is no invoice with this number.' }] },
      },
    });
  });
});

describe('what a list shows, as a file', () => {
  test('has the same invoices in the same order, with their sums', async () => {
    const filters = { unpaid: true, from: '2025-01-01', to: '2025-12-31', sort: 'dueDate' } as const;
    const rows = await all(filters);
    const { fileName, contentType, bytes } = await admin('invoices.export', { ...filters, format: 'csv' });
    expect([fileName, contentType]).toEqual(['invoices-2026-01-20.csv', 'text/csv; charset=utf-8']);
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
    expect(lines[0]).toBe('Invoice,Customer,Date,Due,Status,Net,GST,Rounding,Total,Paid,Credited,Outstanding');
    expect(lines.slice(1, -1).map((line) => line.split(',')[0])).toEqual(rows.map(({ number }) => number));
    const cents = rows.reduce((sum, { outstanding }) => sum + Math.round(Number(outstanding) * 100), 0);
    expect(lines.at(-1)).toMatch(new RegExp(`^${rows.length} invoices,.*,${(cents / 100).toFixed(2)}$`));
  });

  test('comes as a workbook, too', async () => {
    const { fileName, bytes } = await admin('invoices.export', { format: 'xlsx' });
    expect(fileName).toBe('invoices-2026-01-20.xlsx');
    expect(new TextDecoder().decode(bytes.subarray(0, 2))).toBe('PK');
  });
});
