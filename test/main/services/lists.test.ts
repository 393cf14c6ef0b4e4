import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFixture } from '../../bench/fixture.ts';
import type { PrintOutcome } from '../../../src/main/adapters/printer.ts';
import { PRINTERS } from '../../helpers/delivery-settings.ts';
import { type Call, openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';
import { everyList } from './every-list.ts';
import { MEANINGS, type Row } from './list-meanings.ts';
import { wholeList } from './whole-list.ts';

/** Whatever way leads a list to its rows, it must come to what the filters mean: those rows, all of them, in order. */
let books: TestConsole;
let admin: Call;
let nameOf: Map<unknown, string>;
/** What the printer will say, once it is asked to go on. */
const paper = Promise.withResolvers<PrintOutcome>();

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'depot-lists-'));
  await buildFixture(folder, { invoices: 700, customers: 500 });
  books = await openTestConsole(folder);
  admin = await books.signIn('admin', 'correct horse');
  nameOf = new Map((await wholeList(admin, 'customers.list', {})).rows.map((row) => [row.id, String(row['name'])]));
  await printAndHold([1, 99, 300]);
});
afterAll(async () => {
  paper.resolve({ state: 'failed', reason: 'The printer was turned off.', retry: false });
  await books.remove();
});

/** Leaves one print at the printer, and the others waiting for it. */
async function printAndHold(ids: number[]): Promise<void> {
  const begun = Promise.withResolvers<void>();
  books.tray.outcome = () => {
    begun.resolve();
    return paper.promise;
  };
  await admin('settings.update', { printers: PRINTERS });
  await admin('invoices.printMany', { ids });
  await begun.promise;
}

/** With the name that the list shows beside the id, where the contract leaves it out. */
function named(row: Row): Row {
  return 'customerId' in row && !('customerName' in row)
    ? { ...row, customerName: nameOf.get(row['customerId']) }
    : row;
}

/** Each row once. */
function inOrder(rows: readonly Row[], sort: string): Row[] {
  const key = sort.replace('-', '');
  const keyOf = (row: Row) => (key === 'id' ? 0 : String(row[key]).toLowerCase());
  const ids = new Map(rows.map((row) => [row.id, row]));
  const up = [...ids.values()].toSorted((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    return a === b ? one.id - other.id : a < b ? -1 : 1;
  });
  return sort.startsWith('-') ? up.toReversed() : up;
}

const large = everyList().filter(({ verb }) => verb in MEANINGS);

describe.each(large)('$verb', ({ verb, sorts, narrowed }) => {
  const meanings = MEANINGS[verb] ?? {};
  const known = narrowed.filter((input) => Object.keys(input).every((name) => name in meanings));
  const firstOfEach = [...Map.groupBy(known, (input) => Object.keys(input).join()).values()].map(([first]) => first);
  const pairs = firstOfEach.flatMap((one, index) =>
    firstOfEach.slice(index + 1).map((other) => ({ ...one, ...other })),
  );

  test.each(sorts)(
    'sorted by %s',
    async (sort) => {
      const all = await wholeList(admin, verb, { sort });
      expect(all.rows).toEqual(inOrder(all.rows, sort));
      for (const input of [...known, ...(sort === sorts[0] ? pairs : [])]) {
        const fitting = all.rows.filter((row) =>
          Object.entries(input).every(([name, value]) => meanings[name]?.(named(row), value) ?? false),
        );
        const { rows, totals } = await wholeList(admin, verb, { ...input, sort });
        const ids = fitting.map(({ id }) => id);
        expect({ input, ids: rows.map(({ id }) => id), totals }).toEqual({ input, ids, totals: [ids.length] });
      }
    },
    30_000,
  );

  test('in pages of any size the same', async () => {
    const [input = {}] = known;
    const { rows } = await wholeList(admin, verb, input);
    const inSmall = await wholeList(admin, verb, { ...input, limit: 7 });
    expect(inSmall.rows).toEqual(rows);
  });
});
