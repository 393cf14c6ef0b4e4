import { getTableColumns, getTableName, type InferInsertModel, sql } from 'drizzle-orm';
import type { SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from './db.ts';
import { hashedColumns } from './ledgers.ts';
import { statement } from './statement.ts';
import { noteRow } from './written-rows.ts';

/**
 * An insert into a table, prepared once. Columns left out, or undefined, get their default, or NULL; an INTEGER PRIMARY
 * KEY left out is given by SQLite. A ledger's row is noted for the digests of its commit: write ledgers in no other way.
 *
 * @returns the new row's id.
 */
export function inserting<Table extends SQLiteTable>(table: Table): (db: Db, row: InferInsertModel<Table>) => number {
  const columns = Object.entries(getTableColumns(table)).filter(([, column]) => column.generated === undefined);
  const blank = Object.fromEntries(columns.map(([name, column]) => [name, column.default ?? null]));
  const values: SQLiteInsertValue<SQLiteTable> = Object.fromEntries(
    columns.map(([name]) => [name, sql.placeholder(name)]),
  );
  const prepared = statement((db) => db.insert<SQLiteTable>(table).values(values).prepare());
  const name = getTableName(table);
  const hashed = hashedColumns(table);
  return (db, row) => {
    // drizzle would keep an undefined boolean as false, whatever its default.
    const known = Object.entries(row).filter(([, value]) => value !== undefined);
    const given: Record<string, unknown> = { ...blank, ...Object.fromEntries(known) };
    const id = Number(prepared(db).run(given).lastInsertRowid);
    if (hashed.length > 0) {
      const inOrder = hashed.map(({ key, isRowId }) => (isRowId ? id : given[key]));
      noteRow(db, name, inOrder.map(stored));
    }
    return id;
  };
}

function stored(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}
