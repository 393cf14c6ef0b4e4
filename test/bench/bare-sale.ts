import { randomUUID } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';

type Row = Record<string, unknown>;

/** Tables a sale inserts into, in its order, with how many rows a sale of three lines writes to each. */
const INSERTS = [
  ['transactions', 1],
  ['transaction_lines', 3],
  ['transaction_taxes', 1],
  ['movements', 2],
  ['invoices', 1],
  ['invoice_facts', 1],
  ['jobs', 1],
  ['audit', 1],
  ['commits', 1],
  ['requests', 1],
] as const;

/**
 * What a sale is measured against: the rows of a real one, written again and again into the same tables, with the same
 * indices and triggers, by prepared better-sqlite3 statements in one FULL transaction. Nothing is read, checked,
 * hashed, parsed or logged.
 *
 * @param dataDir a copy of a data folder whose last commit was a sale of three lines and two movements.
 */
export function openBareSale(dataDir: string): { run(): void; close(): void } {
  const db = new Database(path.join(dataDir, 'depot.db'));
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'recursive_triggers = ON']) {
    db.pragma(pragma);
  }
  const inserts = INSERTS.map(([table, count]) => prepareInsert(db, table, count));
  const updates = [
    ...['TRX', 'INV'].map((kind) => db.prepare(`UPDATE sequences SET last = last + 1 WHERE kind = '${kind}'`)),
    ...Array.from({ length: 2 }, () =>
      db.prepare('UPDATE customer_accounts SET balance = balance + 1 WHERE customer_id = 1'),
    ),
    ...balanceUpdates(db),
  ];
  const last = db.prepare<[], { trx: number; inv: number; seq: number; audit: number }>(
    `SELECT (SELECT max(id) FROM transactions) trx, (SELECT max(id) FROM invoices) inv,
       (SELECT max(seq) FROM commits) seq, (SELECT max(seq) FROM audit) audit`,
  );
  const next = last.get() ?? { trx: 0, inv: 0, seq: 0, audit: 0 };
  const sale = db.transaction(() => {
    for (const update of updates) update.run();
    for (const { statement, rows } of inserts) for (const row of rows) statement.run(row);
  });
  return {
    run() {
      next.trx += 1;
      next.inv += 1;
      next.seq += 1;
      next.audit += 1;
      for (const { rows } of inserts) for (const row of rows) renumber(row, next);
      sale.immediate();
    },
    close: () => db.close(),
  };
}

function prepareInsert(db: Database.Database, table: string, count: number) {
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
    .toReversed();
  const values = columns.map((column) => `@${column}`).join(', ');
  return { statement: db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values})`), rows };
}

function lastOf(table: string): string {
  if (table === 'transaction_lines') return 'transaction_id DESC, line_no';
  if (table === 'transaction_taxes') return 'transaction_id';
  if (table === 'invoice_facts') return 'invoice_id';
  return 'rowid';
}

/** Keys move on, everything else stays as the real sale wrote it. */
function renumber(row: Row, next: { trx: number; inv: number; seq: number; audit: number }): void {
  if ('commit_seq' in row) row['commit_seq'] = next.seq;
  if ('transaction_id' in row) row['transaction_id'] = next.trx;
  if ('invoice_id' in row) row['invoice_id'] = next.inv;
  if ('request_id' in row) row['request_id'] = randomUUID();
  if ('key' in row) row['key'] = `render:invoice:bare-${next.inv}`;
  if ('number' in row && 'snapshot' in row) row['number'] = `INV-BARE-${next.inv}`;
  else if ('number' in row) row['number'] = `TRX-BARE-${next.trx}`;
  if ('id' in row) row['id'] = null;
  if ('seq' in row) row['seq'] = 'audit_seq' in row ? next.seq : next.audit;
  if ('audit_seq' in row) row['audit_seq'] = next.audit;
}

/** A delivery and a return each take from one balance and add to another. */
function balanceUpdates(db: Database.Database): Database.Statement[] {
  return Array.from({ length: 4 }, () =>
    db.prepare(
      `UPDATE stock_balances SET quantity = quantity + 1 WHERE location_kind = 'DEPOT' AND location_id = 1
         AND equipment_id = 1 AND condition = 'FULL'`,
    ),
  );
}
