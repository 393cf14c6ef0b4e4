import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type * as schema from './schema/index.ts';

/** The open books: drizzle for queries, `$client` for pragmas and transactions. */
export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };
