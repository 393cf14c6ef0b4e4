import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { mayCall } from '../../../src/main/domain/rights.ts';
import { contract, type QueryVerb } from '../../../src/shared/contract/index.ts';
import { buildFixture } from '../../bench/fixture.ts';
import { type Call, openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';
import { everyList, type ListVerb } from './every-list.ts';

/**
 * No list reads a big table from end to end: asserted on the plans of the statements that run, for each list, each of
 * its filters with each of its orders, and each two filters together, as people of each role see it. Nor does what
 * stands on a screen beside them: figures, histories, boards.
 */
let books: TestConsole;
let explain: Database.Database;
/** Of everybody whom the fixture's books know. */
const PASSWORD = 'correct horse';
const prepared = vi.spyOn(Database.prototype, 'prepare');

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'depot-plans-'));
  await buildFixture(folder, { invoices: 2000, customers: 1000 });
  books = await openTestConsole(folder);
  explain = new Database(path.join(folder, 'depot.db'), { readonly: true });
});
afterAll(async () => {
  explain.close();
  await books.remove();
});

/** A handful of rows for each site, not one for each document. */
const SMALL = new Set([
  'depots',
  'users',
  'equipment',
  'services',
  'settings',
  'sequences',
  'person',
  'place',
  'truck',
  'goods',
]);
/** Rows a condition of the index leaves few of. */
const FEW = /USING (COVERING )?INDEX invoice_facts_open/;
/** A subquery's rows, a search's, a bound list's: its own steps are judged where they stand in the plan. */
const NO_TABLE = /^SCAN (CONSTANT ROW|\(subquery-\d+\)|days|actions|noted|\S+ VIRTUAL TABLE INDEX .*)$/;

/** Rows there are only so many of when they are sorted: those of one page, of a few days, or of a page’s documents. */
const SORTED =
  /USING INTEGER PRIMARY KEY \(rowid=\?\)|PRIMARY KEY \(location_kind=\? AND location_id=\?|INDEX (invoice_facts_by_date|jobs_by_subject) /;

/** Filters that fit nearly all rows, in any books: the list is walked in its order, and a page is soon full. */
const DENSE = new Set([
  'invoices.list unpaid=false',
  'invoices.list overdue=false',
  'stock.movements entity=customer',
  'jobs.list state=done',
  'jobs.list needsSomebody=false',
  'jobs.list underWay=false',
  // Say nothing without an entity.
  'stock.movements entityId=1',
  'stock.movements entityId=3',
  'stock.movements condition=FULL',
  'stock.movements condition=EMPTY',
  'stock.movements condition=DAMAGED',
  'stock.movements condition=ON_SITE',
]);

const planRows = z.array(z.object({ parent: z.int(), detail: z.string() }));

interface Step {
  detail: string;
  /** All its rows are read and sorted before the first one comes out. */
  isSorted: boolean;
}

/** How a statement reads big tables. */
function readsOf(sql: string): Step[] {
  const values = Array.from(sql.matchAll(/\?/g), () => null);
  const steps = planRows.parse(explain.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values));
  return steps
    .filter(({ detail }) => {
      const [, table] = /^(?:SCAN|SEARCH) (\S+)/.exec(detail) ?? [];
      return table !== undefined && !SMALL.has(table) && !NO_TABLE.test(detail) && !FEW.test(detail);
    })
    .map(({ parent, detail }) => ({
      detail,
      isSorted: steps.some((other) => other.parent === parent && other.detail === 'USE TEMP B-TREE FOR ORDER BY'),
    }));
}

type Narrowing = ListVerb['narrowed'][number];

/** Asks for a page and for the one after it, and gives back what that asked the database. */
async function statementsOf(call: Call, verb: ListVerb['verb'], input: Narrowing): Promise<string[]> {
  return statementsDuring(async () => {
    const page = z.object({ nextCursor: z.string().nullable() }).parse(await call(verb, { ...input, limit: 2 }));
    if (page.nextCursor !== null) await call(verb, { ...input, limit: 2, cursor: page.nextCursor });
  });
}

async function statementsDuring(run: () => Promise<unknown>): Promise<string[]> {
  prepared.mockClear();
  await run();
  return prepared.mock.calls.map(([sql]) => sql).filter((sql) => /^\s*(select|with)/i.test(sql));
}

async function expectNoScan(call: Call, verb: ListVerb['verb'], input: Narrowing): Promise<void> {
  const { sort: _sort, ...filters } = input;
  const mayWalk = Object.entries(filters).every(([name, value]) => DENSE.has(`${verb} ${name}=${String(value)}`));
  for (const sql of await statementsOf(call, verb, input)) {
    const wrong = readsOf(sql).filter(({ detail, isSorted }) =>
      isSorted ? !SORTED.test(detail) : detail.startsWith('SCAN') && !mayWalk,
    );
    expect(wrong, `${JSON.stringify(input)}: ${sql}`).toEqual([]);
  }
}

const lists = everyList();

/** What is asked for all at once, because there is only so much of it. */
const figures: readonly [QueryVerb, Narrowing][] = [
  ['stock.trucks', {}],
  ['stock.whereabouts', { equipmentId: 1 }],
  ['customers.account', { id: 7 }],
  ['customers.meterUsage', { id: 7 }],
  ['customers.onSiteHistory', { id: 7, months: 24 }],
  ['reports.takings', { days: 31 }],
];

test('the lists are those of the contract', () => {
  expect(lists.map(({ verb }) => verb)).toContain('stock.movements');
  expect(lists.length).toBeGreaterThan(10);
});

describe.each([
  ['ADMIN', 'admin'],
  ['COUNTER', 'counter2'],
  ['DRIVER', 'driver1'],
] as const)('as %s', (role, username) => {
  const readable = lists.filter(({ verb }) => mayCall(contract[verb].may, role));

  test.each(readable)('$verb, by every filter and in every order', async ({ verb, sorts, whose, narrowed }) => {
    const call = await books.signIn(username, PASSWORD);
    for (const sort of sorts) {
      await expectNoScan(call, verb, { ...whose, sort });
      for (const input of narrowed) await expectNoScan(call, verb, { ...input, sort });
    }
  });

  test.each(readable)('$verb, by every two filters', async ({ verb, narrowed }) => {
    const call = await books.signIn(username, PASSWORD);
    const firstOfEach = [...Map.groupBy(narrowed, (input) => Object.keys(input).join()).values()].map(
      ([first]) => first,
    );
    for (const [index, one] of firstOfEach.entries()) {
      for (const other of firstOfEach.slice(index + 1)) await expectNoScan(call, verb, { ...one, ...other });
    }
  });

  test.each(figures)('%s %j', async (verb: QueryVerb, input: Narrowing) => {
    const call = await books.signIn(username, PASSWORD);
    for (const sql of await statementsDuring(() => call(verb, input))) {
      const scans = readsOf(sql).filter(({ detail }) => detail.startsWith('SCAN'));
      expect(scans, `${verb}: ${sql}`).toEqual([]);
    }
  });
});
