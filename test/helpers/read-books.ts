import path from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';

const named = z.array(z.object({ name: z.string() }));
const counted = z.object({ count: z.int() });

/** How many rows each table has. */
export type Counts = Readonly<Record<string, number>>;

export interface Books {
  counts(): Counts;
  /** The last row of the audit, columns as they are stored. */
  lastAudit(): unknown;
  /** Rows of a query, columns as they are stored or named by the query. */
  rows<Row extends z.ZodType>(shape: Row, sql: string): z.output<Row>[];
  close(): void;
}

/** Looks into a data folder's database past the program, while it runs, without writing. */
export function openBooks(dataDir: string): Books {
  const db = new Database(path.join(dataDir, 'depot.db'), { readonly: true });
  const tables = named.parse(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all());
  const counters = tables.map(({ name }) => ({ name, count: db.prepare(`SELECT count(*) AS count FROM "${name}"`) }));
  const last = db.prepare('SELECT * FROM audit ORDER BY seq DESC LIMIT 1');
  let known: { version: unknown; counts: Counts } = { version: null, counts: {} };
  /** Counted anew only after another connection has committed something. */
  const counts = () => {
    const version = db.pragma('data_version', { simple: true });
    if (version !== known.version) {
      const now = counters.map(({ name, count }) => [name, counted.parse(count.get()).count] as const);
      known = { version, counts: Object.fromEntries(now) };
    }
    return known.counts;
  };
  return {
    counts,
    lastAudit: () => last.get(),
    rows: (shape, sql) => z.array(shape).parse(db.prepare(sql).all()),
    close: () => db.close(),
  };
}

/** Tables whose number of rows changed, and by how many. */
export function changesBetween(before: Counts, after: Counts): Record<string, number> {
  const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changes = tables.map((table) => [table, (after[table] ?? 0) - (before[table] ?? 0)] as const);
  return Object.fromEntries(changes.filter(([, change]) => change !== 0));
}
