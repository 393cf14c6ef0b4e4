import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Db } from './db.ts';
import { DATABASE_FILE } from './open.ts';
import * as schema from './schema/index.ts';

/** A second connection that cannot write, for long reads beside the counter's work (architecture.md, rule 12). */
export function openReader(dataDir: string): Db {
  return openFileToRead(join(dataDir, DATABASE_FILE));
}

/** Books wherever they lie, such as a copy of them; nothing is written. */
export function openFileToRead(file: string): Db {
  const client = new Database(file, { readonly: true, fileMustExist: true });
  client.pragma('busy_timeout = 5000');
  client.pragma('trusted_schema = OFF');
  return drizzle(client, { schema });
}
