import Database from 'better-sqlite3';
import { refuse } from '../../shared/errors.ts';

/**
 * Runs a write and turns a broken unique key into CONFLICT, naming the field.
 *
 * @param fields `table.column` as SQLite names it → the input's field and what it is called on screen.
 */
export function refusingDuplicates<Value>(
  fields: Readonly<Record<string, readonly [field: string, label: string]>>,
  write: () => Value,
): Value {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_CONSTRAINT_UNIQUE') throw error;
    for (const [column, [field, label]] of Object.entries(fields)) {
      if (error.message.includes(column)) {
        return refuse('CONFLICT', `This ${label} is already in use: choose another one.`, { field });
      }
    }
    throw error;
  }
}
