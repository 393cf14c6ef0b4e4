import { hash } from 'node:crypto';
import type { Db } from './db.ts';

/** A row as it lies in the file: its columns in the order of the schema. */
export type StoredRow = readonly unknown[];

/** The rows one transaction adds to the ledgers. */
export interface WrittenRows {
  add(table: string, row: StoredRow): void;
  /** `{"<table>": "<SHA-256 of its rows>"}` as JSON text: the same rows always give the same text. */
  digests(): string;
}

export function createWrittenRows(): WrittenRows {
  const tables = new Map<string, string[]>();
  return {
    add(table, row) {
      const rows = tables.get(table);
      if (rows === undefined) tables.set(table, [canonical(row)]);
      else rows.push(canonical(row));
    },
    digests: () =>
      JSON.stringify(
        Object.fromEntries([...tables.keys()].toSorted().map((table) => [table, digestOf(tables.get(table) ?? [])])),
      ),
  };
}

/** In no order of their own, so that it does not matter in which order they are written or read. */
function digestOf(rows: readonly string[]): string {
  return hash('sha256', rows.toSorted().join('\n'), 'base64url');
}

/** Half a surrogate pair is stored as U+FFFD, and must be hashed as that. */
function canonical(row: StoredRow): string {
  return JSON.stringify(row.map((value) => (typeof value === 'string' ? value.toWellFormed() : value)));
}

const noting = new WeakMap<Db, WrittenRows>();

/** Runs a transaction's work and notes what `inserting` adds to the ledgers meanwhile. */
export function notingRows<Value>(db: Db, run: (written: WrittenRows) => Value): Value {
  const written = createWrittenRows();
  noting.set(db, written);
  try {
    return run(written);
  } finally {
    noting.delete(db);
  }
}

export function noteRow(db: Db, table: string, row: StoredRow): void {
  noting.get(db)?.add(table, row);
}
