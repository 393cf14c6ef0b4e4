import { randomUUID } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';

type Row = Record<string, unknown>;

/** One FULL transaction: the last rows of some tables again, and rows that are only counted up. */
export interface BareTransaction {
  /** Tables in the order of their writes, with how many rows each gets. */
  inserts: readonly (readonly [table: string, rows: number])[];
  updates: readonly string[];
  /** By table, what a row held when it was first written, where it has changed since. */
  first?: Readonly<Record<string, Row>>;
}

export interface BareWrites {
  run(): void;
  close(): void;
}

/** Keys that move on with each transaction; everything else stays as the real one wrote it. */
interface Keys {
  transaction: number;
  invoice: number;
  distribution: number;
  commit: number;
  audit: number;
}

/**
 * What a verb is measured against: the rows of a real one, written again and again into the same tables, with the same
 * indices and triggers, by prepared better-sqlite3 statements in FULL transactions. Nothing is read, checked, hashed,
 * parsed or logged.
 *
 * @param dataDir a copy of a data folder whose last commits were that verb's.
 */
export function openBareWrites(dataDir: string, transactions: readonly BareTransaction[]): BareWrites {
  const db = new Database(path.join(dataDir, 'depot.db'));
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'recursive_triggers = ON',
    'cache_size = -32000',
  ]) {
    db.pragma(pragma);
  }
  const prepared = transactions.map(({ inserts, updates, first = {} }) => ({
    inserts: inserts.map(([table, count]) => prepareInsert(db, table, count, first[table])),
    updates: updates.map((sql) => db.prepare(sql)),
  }));
  const keys = lastKeys(db);
  const write = db.transaction(({ inserts, updates }: (typeof prepared)[number]) => {
    for (const update of updates) update.run();
    for (const { statement, rows } of inserts) for (const row of rows) statement.run(row);
  });
  return {
    run() {
      keys.transaction += 1;
      keys.invoice += 1;
      keys.distribution += 1;
      for (const one of prepared) {
        keys.commit += 1;
        keys.audit += 1;
        for (const { rows } of one.inserts) for (const row of rows) renumber(row, keys);
        write.immediate(one);
      }
    },
    close: () => db.close(),
  };
}

function lastKeys(db: Database.Database): Keys {
  const keys = db
    .prepare<[], Keys>(
      `SELECT coalesce((SELECT max(id) FROM transactions), 0) "transaction",
         coalesce((SELECT max(id) FROM invoices), 0) invoice,
         coalesce((SELECT max(id) FROM distributions), 0) distribution,
         (SELECT max(seq) FROM commits) "commit", (SELECT max(seq) FROM audit) audit`,
    )
    .get();
  if (keys === undefined) throw new Error('books without commits have nothing to repeat');
  return keys;
}

function prepareInsert(db: Database.Database, table: string, count: number, first: Row = {}) {
  const columns = db
    .prepare<[], { name: string; hidden: number }>(`SELECT name, hidden FROM pragma_table_xinfo('${table}')`)
    .all()
    .filter((column) => column.hidden === 0)
    .map((column) => column.name);
  const rows = db
    .prepare<[], Row>(
      `SELECT ${columns.join(', ')} FROM (SELECT * FROM ${table} ORDER BY ${lastOf(table)} DESC LIMIT ${count})`,
    )
    .all()
    .map((row) => ({ ...row, ...first }))
    .toReversed();
  if (rows.length < count) throw new Error(`${table} has no ${count} rows to repeat`);
  const values = columns.map((column) => `@${column}`).join(', ');
  return { statement: db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values})`), rows };
}

/** Tables without a rowid of their own are in the order of their document. */
function lastOf(table: string): string {
  if (table === 'transaction_lines') return 'transaction_id DESC, line_no';
  if (table === 'distribution_items') return 'distribution_id DESC, line_no';
  if (table === 'transaction_taxes') return 'transaction_id';
  if (table === 'invoice_facts') return 'invoice_id';
  return 'rowid';
}

function renumber(row: Row, keys: Keys): void {
  if ('commit_seq' in row) row['commit_seq'] = keys.commit;
  if ('transaction_id' in row) row['transaction_id'] = keys.transaction;
  if ('invoice_id' in row) row['invoice_id'] = keys.invoice;
  if ('distribution_id' in row) row['distribution_id'] = keys.distribution;
  if ('request_id' in row) row['request_id'] = randomUUID();
  if ('key' in row) row['key'] = `bare:${randomUUID()}`;
  if ('number' in row) row['number'] = numberOf(row, keys);
  if ('id' in row) row['id'] = null;
  if ('seq' in row) row['seq'] = 'audit_seq' in row ? keys.commit : keys.audit;
  if ('audit_seq' in row) row['audit_seq'] = keys.audit;
}

function numberOf(row: Row, { transaction, invoice, distribution }: Keys): string {
  if ('snapshot' in row) return `INV-KB1-2026-9${invoice}`;
  return 'driver_id' in row ? `DST-KB1-2026-9${distribution}` : `TRX-KB1-2026-9${transaction}`;
}
