import type { BareTransaction } from './bare-writes.ts';
import { interleaved, report } from './measure.ts';
import { openTill, type Till } from './till.ts';

const PAIRS = 400;
const WARM = 50;

/** How many invoices are there already: none, a year's, ten years'. */
const SIZES = [100_000, 1_000_000];

interface Writing {
  bench: string;
  run: (till: Till) => Promise<unknown>;
  bare: readonly BareTransaction[];
}

/** First, as the console has it: a parent that comes after its children is looked for from end to end. */
const COMMIT = ['commits', 1] as const;
const END = [
  ['audit', 1],
  ['requests', 1],
] as const;
const COUNT_UP = `UPDATE stock_balances SET quantity = quantity + 1
  WHERE location_kind = 'DEPOT' AND location_id = 1 AND equipment_id = 1 AND condition = 'FULL'`;
const account = 'UPDATE customer_accounts SET balance = balance + 1 WHERE customer_id = 1';
const sequence = (kind: string) => `UPDATE sequences SET last = last + 1 WHERE kind = '${kind}' AND year = 2026`;
const times = (count: number, sql: string) => Array.from({ length: count }, () => sql);

const SALE: Writing = {
  bench: 'sale of 3 lines',
  run: (till) => till.sell(),
  bare: [
    {
      inserts: [
        COMMIT,
        ['transactions', 1],
        ['transaction_lines', 3],
        ['transaction_taxes', 1],
        ['movements', 2],
        ['invoices', 1],
        ['invoice_facts', 1],
        ['jobs', 1],
        ...END,
      ],
      // A delivery and a return each take from one balance and add to another.
      updates: [sequence('TRX'), sequence('INV'), ...times(2, account), ...times(4, COUNT_UP)],
    },
  ],
};

const SLIP: Writing = {
  bench: 'distribution of 10 items, written and confirmed',
  run: (till) => till.load(),
  bare: [
    {
      inserts: [COMMIT, ['distributions', 1], ['distribution_items', 10], ...END],
      updates: [sequence('DST')],
      first: { distributions: { status: 'DRAFT', confirmed_by: null, confirmed_at: null } },
    },
    {
      inserts: [COMMIT, ['movements', 10], ...END],
      updates: [
        `UPDATE distributions SET status = 'CONFIRMED', confirmed_by = 1, confirmed_at = created_at
         WHERE id = (SELECT max(id) FROM distributions)`,
        ...times(20, COUNT_UP),
      ],
    },
  ],
};

/**
 * What a sale and a slip take through the dispatcher, against their bare writes and against themselves without any
 * invoices, turn by turn.
 */
export async function benchWrites(): Promise<void> {
  const none = await openTill(0);
  for (const writing of [SALE, SLIP]) await againstBare(none, writing, 0);
  for (const invoices of SIZES) {
    const many = await openTill(invoices);
    for (const writing of [SALE, SLIP]) {
      await againstBare(many, writing, invoices);
      await againstItself(many, none, writing, invoices);
    }
    await many.close();
  }
  await none.close();
}

async function againstBare(till: Till, { bench, run, bare }: Writing, invoices: number): Promise<void> {
  await run(till);
  const writes = await till.bare(bare);
  for (let warm = 0; warm < WARM; warm += 1) {
    await run(till);
    writes.run();
  }
  await till.settle();
  const result = await interleaved(
    PAIRS,
    () => run(till),
    () => writes.run(),
    () => till.settle(),
  );
  report({ bench: `${bench} / bare writes`, invoices, unit: 'ms', ...result });
  writes.close();
}

async function againstItself(many: Till, none: Till, { bench, run }: Writing, invoices: number): Promise<void> {
  const result = await interleaved(
    PAIRS,
    () => run(many),
    () => run(none),
    async () => {
      await many.settle();
      await none.settle();
    },
  );
  report({ bench: `${bench} / without invoices`, invoices, unit: 'ms', ...result });
}
