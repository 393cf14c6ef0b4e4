import path from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';

const names = z.array(z.object({ name: z.string() }));

/** Every row of every table of a data folder, to see that nothing at all was written. */
export function dumpTables(dataDir: string): Record<string, unknown[]> {
  const db = new Database(path.join(dataDir, 'depot.db'), { readonly: true });
  try {
    const tables = names.parse(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all());
    return Object.fromEntries(tables.map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]));
  } finally {
    db.close();
  }
}
