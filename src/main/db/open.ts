import { accessSync, constants, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { damageOf } from './damage.ts';
import type { Db } from './db.ts';
import { migrateDatabase, schemaVersion } from './migrate.ts';
import { isNetworkPath } from './network-path.ts';
import * as schema from './schema/index.ts';
import { BooksDamagedError, StartError } from './start-error.ts';

export const DATABASE_FILE = 'depot.db';
/** `DPOC`, so that another program's SQLite file is not taken for ours. */
const APPLICATION_ID = 0x44504f43;

/** Bytes; a check of so much takes about a third of a second. */
const CHECKED_AT_ONCE = 200_000_000;

/**
 * Opens the books of a data folder: checks the file, brings its schema up to date, sets the pragmas.
 * The folder must be locked by the caller.
 *
 * @throws StartError when the file is foreign, newer, damaged or read-only. Nothing is changed then.
 */
export function openDatabase(dataDir: string, migrationsDir: string): Db {
  const file = join(dataDir, DATABASE_FILE);
  // Where it really lies: Windows knows a share by a drive letter, too, and a link may lead to one.
  if (isNetworkPath(realpathSync.native(dataDir))) {
    throw new StartError(`${dataDir} is on a network drive. The books must lie on a disk of this computer.`);
  }
  let client: Database.Database | undefined;
  try {
    refuseGone(file, dataDir);
    if (existsSync(file)) refuseForeign(file, migrationsDir);
    client = new Database(file);
    setPragmas(client);
    const db = drizzle(client, { schema });
    migrateDatabase(db, dataDir, migrationsDir);
    return db;
  } catch (error) {
    client?.close();
    throw error instanceof StartError ? error : explain(file, error);
  }
}

/** An empty place is where new books begin, but not where there were some: the files beside them tell. */
function refuseGone(file: string, dataDir: string): void {
  if (existsSync(file) && statSync(file).size > 0) return;
  if (hadBooks(dataDir)) throw gone(file);
}

function gone(file: string): BooksDamagedError {
  return new BooksDamagedError(`${file} is gone or empty. Restore the last good backup.`);
}

function hadBooks(dataDir: string): boolean {
  const anchor = join(dataDir, 'anchor.jsonl');
  return (existsSync(anchor) && statSync(anchor).size > 0) || hasBackup(join(dataDir, 'backups'));
}

function hasBackup(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.db') && !name.startsWith('.'));
}

function refuseForeign(file: string, migrationsDir: string): void {
  // SQLite opens a file it may not write all the same, and only says so at the first sale.
  accessSync(file, constants.W_OK);
  // What a crashed program left beside its file would be written into it when we close: that is for its owner to do.
  const client = new Database(file, { readonly: existsSync(`${file}-wal`) });
  try {
    refuseUnlessOurs(client, file, schemaVersion(migrationsDir));
  } finally {
    client.close();
  }
}

function refuseUnlessOurs(client: Database.Database, file: string, known: number): void {
  // Of large books only the check in the background reads every page: the counter would wait for it each morning.
  const damage = statSync(file).size > CHECKED_AT_ONCE ? null : damageOf(client);
  if (damage !== null) throw new BooksDamagedError(`${file} is damaged (${damage}). Restore the last good backup.`);
  const applicationId = client.pragma('application_id', { simple: true });
  const isEmpty = client.prepare('SELECT count(*) FROM sqlite_master').pluck().get() === 0;
  if (applicationId !== APPLICATION_ID && !isEmpty) {
    throw new StartError(`${file} belongs to another program. Choose another data folder.`);
  }
  // All there was lay in the WAL, which is gone: an empty database is left that looks like a beginning.
  if (isEmpty && hadBooks(dirname(file))) throw gone(file);
  const version = Number(client.pragma('user_version', { simple: true }));
  if (version > known) {
    throw new StartError(
      `${file} was written by a newer Depot Console (schema ${version}, this one knows ${known}). Install the newer version.`,
    );
  }
}

function setPragmas(client: Database.Database): void {
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  // Without it, REPLACE would delete rows of an append-only table without asking its triggers.
  client.pragma('recursive_triggers = ON');
  client.pragma('busy_timeout = 5000');
  client.pragma('cache_size = -32000');
  client.pragma('trusted_schema = OFF');
}

function explain(file: string, thrown: unknown): StartError {
  const error = causeOf(thrown);
  const reason = error instanceof Error ? error.message : String(error);
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new BooksDamagedError(`${file} is damaged or is not a database (${reason}). Restore the last good backup.`);
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || isDenied(error)) {
    return new StartError(`${file} cannot be written (${reason}). Check the rights of the data folder.`);
  }
  // On a full disk SQLite cannot make its shared memory, and calls that an I/O error.
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR')) {
    return new StartError(
      `${file} cannot be written (${reason}). See whether the disk is full or failing, then start again.`,
    );
  }
  return new StartError(`${file} could not be opened: ${reason}`);
}

/** drizzle wraps what SQLite says of a migration in the migration's own text. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? causeOf(error.cause) : error;
}

function isDenied(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
}
