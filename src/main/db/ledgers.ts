import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from './db.ts';
import {
  allocations,
  creditNoteLines,
  creditNotes,
  deposits,
  invoices,
  meterReadings,
  movements,
  payments,
  receipts,
  requests,
  stockTransfers,
  transactionLines,
  transactions,
  transactionTaxes,
  writeOffs,
  zReports,
} from './schema/index.ts';
import type { StoredRow } from './written-rows.ts';

/** A table whose rows are never changed, and how its rows in the order they were written are read, commit first. */
interface Ledger {
  table: SQLiteTable;
  select: string;
}

const withCommit = (table: SQLiteTable): Ledger => ({
  table,
  select: `SELECT row.commit_seq, ${namesOf(table)} FROM ${getTableName(table)} AS row ORDER BY row.rowid`,
});

/** Lines of a document belong to its commit. */
const linesOf = (parent: SQLiteTable, table: SQLiteTable, key: string, within: string): Ledger => ({
  table,
  select: `SELECT parent.commit_seq, ${namesOf(table)} FROM ${getTableName(table)} AS row
    LEFT JOIN ${getTableName(parent)} AS parent ON parent.id = row.${key} ORDER BY row.${key}, ${within}`,
});

/** What a commit answers for with its digests. The audit has its own chain. */
const LEDGERS: readonly Ledger[] = [
  withCommit(transactions),
  linesOf(transactions, transactionLines, 'transaction_id', 'row.line_no'),
  linesOf(transactions, transactionTaxes, 'transaction_id', 'row.category, row.rate'),
  withCommit(meterReadings),
  withCommit(movements),
  withCommit(stockTransfers),
  withCommit(invoices),
  withCommit(payments),
  withCommit(receipts),
  withCommit(allocations),
  withCommit(creditNotes),
  linesOf(creditNotes, creditNoteLines, 'credit_note_id', 'row.line_no'),
  withCommit(writeOffs),
  withCommit(deposits),
  withCommit(zReports),
  withCommit(requests),
];

const names = new Set(LEDGERS.map(({ table }) => getTableName(table)));

/** The columns a ledger's rows are hashed by; none when the table is no ledger. */
export function hashedColumns(table: SQLiteTable): readonly { key: string; isRowId: boolean }[] {
  if (!names.has(getTableName(table))) return [];
  return columnsOf(table).map(([key, column]) => ({ key, isRowId: column.primary && column.dataType === 'number' }));
}

/** A ledger read from its first row to its last, commit by commit. */
export interface LedgerReader {
  table: string;
  /** The rows of this commit, or of earlier ones and of none when they lie where this one's should. */
  rowsUpTo(seq: number): { row: StoredRow; isOfCommit: boolean }[];
  /** The commit of the next row that nobody has asked for. */
  left(): number | null;
  close(): void;
}

/** While one is open the connection cannot write: close them all, whatever happens. */
export function readLedgers(db: Db): LedgerReader[] {
  return LEDGERS.map(({ table, select }) => {
    const statement = db.$client.prepare<[], [number | null, ...unknown[]]>(select).raw();
    let rows: ReturnType<typeof statement.iterate> | null = null;
    let next: IteratorResult<[number | null, ...unknown[]]> | null = null;
    // Not before it is asked for: on damaged books the first row may throw, and then the others must be closed.
    const step = () => (next = (rows ??= statement.iterate()).next());
    return {
      table: getTableName(table),
      rowsUpTo(seq) {
        const taken: ReturnType<LedgerReader['rowsUpTo']> = [];
        for (let found = next ?? step(); found.done !== true && (found.value[0] ?? 0) <= seq; found = step()) {
          const [commitSeq, ...row] = found.value;
          taken.push({ row, isOfCommit: commitSeq === seq });
        }
        return taken;
      },
      left() {
        const found = next ?? step();
        return found.done === true ? null : found.value[0];
      },
      close: () => rows?.return?.(),
    };
  });
}

function columnsOf(table: SQLiteTable) {
  return Object.entries(getTableColumns(table)).filter(([, column]) => column.generated === undefined);
}

function namesOf(table: SQLiteTable): string {
  return columnsOf(table)
    .map(([, column]) => `row.${column.name}`)
    .join(', ');
}
