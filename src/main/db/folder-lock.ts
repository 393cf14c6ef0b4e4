import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { StartError } from './start-error.ts';

const owner = z.object({ pid: z.int(), host: z.string(), since: z.string() });

export interface FolderLock {
  release(): void;
}

/**
 * Takes the data folder for this process. The lock is an exclusive transaction on a file of its own, held by the
 * operating system: it ends with the process, however that ends, and leaves nothing stale behind.
 *
 * @throws StartError naming who holds the folder, or why it cannot be written.
 */
export function lockFolder(dataDir: string): FolderLock {
  makeFolder(dataDir);
  const ownerFile = join(dataDir, 'owner.json');
  let lock: Database.Database | undefined;
  try {
    const lockFile = join(dataDir, 'lock.db');
    lock = new Database(lockFile, { timeout: 0 });
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
    // Of a file that may only be read, SQLite makes EXCLUSIVE a lock that anybody else can have as well.
    accessSync(lockFile, constants.W_OK);
  } catch (error) {
    lock?.close();
    if (isBusy(error)) throw new StartError(`Another program is using ${dataDir}: ${describeOwner(ownerFile)}.`);
    throw new StartError(`The data folder ${dataDir} cannot be written: ${reasonOf(error)}.`);
  }
  try {
    const self: z.input<typeof owner> = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
    writeFileSync(ownerFile, `${JSON.stringify(self)}\n`);
  } catch (error) {
    lock.close();
    throw new StartError(`The data folder ${dataDir} cannot be written: ${reasonOf(error)}.`);
  }
  const held = lock;
  return { release: () => held.close() };
}

function makeFolder(dataDir: string): void {
  try {
    makeFolders(resolve(dataDir));
  } catch (error) {
    throw new StartError(`The data folder ${dataDir} cannot be made: ${reasonOf(error)}.`);
  }
}

/** One folder at a time: Node's own recursive mkdir never ends where the system lets nobody make folders (/proc). */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function describeOwner(ownerFile: string): string {
  try {
    const { pid, host, since } = owner.parse(JSON.parse(readFileSync(ownerFile, 'utf8')));
    return `process ${pid} on ${host}, since ${since}. Close it first, or use that window`;
  } catch {
    // The owner has locked the folder but not yet written its name.
  }
  return 'it does not say which. Close it first';
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
