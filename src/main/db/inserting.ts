import { getTableColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
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
  const name = getTableName(table);
  const text = `INSERT INTO ${name} (${columns.map(([, column]) => column.name).join(', ')})
    VALUES (${columns.map(() => '?').join(', ')})`;
  // Straight to SQLite: drizzle's own prepared insert costs several times the insert, and a sale makes fifteen.
  const prepared = statement((db) => db.$client.prepare(text));
  const places = new Map(columns.map(([key], index) => [key, index]));
  const hashed = hashedColumns(table).map(({ key, isRowId }) => ({ place: places.get(key) ?? -1, isRowId }));
  return (db, row) => {
    const given: Readonly<Record<string, unknown>> = row;
    const values = columns.map(([key, column]) => stored(given[key] === undefined ? column.default : given[key]));
    const id = Number(prepared(db).run(values).lastInsertRowid);
    if (hashed.length > 0)
      noteRow(
        db,
        name,
        hashed.map(({ place, isRowId }) => (isRowId ? id : values[place])),
      );
    return id;
  };
}

/** As SQLite takes it. */
function stored(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : (value ?? null);
}
