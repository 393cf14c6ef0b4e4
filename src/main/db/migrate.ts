import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { z } from 'zod';
import { syncFile } from './copy-database.ts';
import { damageOfCopy } from './damage.ts';
import type { Db } from './db.ts';
import * as schema from './schema/index.ts';
import { StartError } from './start-error.ts';

const journal = z.object({ entries: z.array(z.object({ tag: z.string() })) });

/** The schema this program knows: the number of its migrations. Each one ends by setting `user_version` to its own. */
export function schemaVersion(migrationsDir: string): number {
  const text = readFileSync(join(migrationsDir, 'meta', '_journal.json'), 'utf8');
  return journal.parse(JSON.parse(text)).entries.length;
}

/**
 * Brings a database to the newest schema; does nothing when it is there. A database that holds data is copied first,
 * the copy is checked, and the update is tried on a copy of the copy: what goes wrong there leaves the books as they are.
 *
 * @throws StartError, or what SQLite says of the migration.
 */
export function migrateDatabase(db: Db, dataDir: string, migrationsDir: string): void {
  const from = versionOf(db.$client);
  const to = schemaVersion(migrationsDir);
  if (from === to) return;
  if (from > 0) rehearse(backUpBefore(db.$client, dataDir, from), migrationsDir, to);
  applyMigrations(db, migrationsDir, to);
}

function rehearse(backup: string, migrationsDir: string, to: number): void {
  const copy = `${backup}.rehearsal`;
  copyFileSync(backup, copy);
  const client = new Database(copy);
  try {
    applyMigrations(drizzle(client, { schema }), migrationsDir, to);
  } catch (error) {
    // One more copy at each start that fails would fill the disk.
    rmSync(backup);
    throw error;
  } finally {
    client.close();
    rmSync(copy);
  }
}

/** The migrator commits before the orphans can be counted: hence the rehearsal. */
function applyMigrations(db: Db, migrationsDir: string, to: number): void {
  const client = db.$client;
  // Inside a transaction the pragma has no effect, and a rebuilt table would take its child rows with it.
  client.pragma('foreign_keys = OFF');
  try {
    migrate(db, { migrationsFolder: migrationsDir });
  } finally {
    client.pragma('foreign_keys = ON');
  }
  const orphans: unknown = client.pragma('foreign_key_check');
  if (!Array.isArray(orphans) || orphans.length > 0) {
    throw new StartError(`The update to schema ${to} would leave rows without their parent. Nothing was updated.`);
  }
  const reached = versionOf(client);
  if (reached !== to) throw new StartError(`The update to schema ${to} stops at ${reached}. Nothing was updated.`);
}

function versionOf(client: Database.Database): number {
  return Number(client.pragma('user_version', { simple: true }));
}

function backUpBefore(client: Database.Database, dataDir: string, version: number): string {
  const folder = join(dataDir, 'backups');
  mkdirSync(folder, { recursive: true });
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const file = join(folder, `before-update-from-schema-${version}-${stamp}.db`);
  // What has its name is whole: a power cut leaves nothing that looks like a copy.
  const writing = join(folder, '.writing-before-update.db');
  rmSync(writing, { force: true });
  client.prepare('VACUUM INTO ?').run(writing);
  syncFile(writing);
  const damage = damageOfFile(writing);
  if (damage !== null) {
    rmSync(writing);
    throw new StartError(`The copy made before the update is damaged (${damage}). Nothing was updated.`);
  }
  renameSync(writing, file);
  return file;
}

function damageOfFile(file: string): string | null {
  const copy = new Database(file, { readonly: true });
  try {
    return damageOfCopy(copy);
  } finally {
    copy.close();
  }
}
