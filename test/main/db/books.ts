import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Db } from '../../../src/main/db/db.ts';
import { openDatabase } from '../../../src/main/db/open.ts';
import { findProgramFiles } from '../../../src/main/program-files.ts';

export const { migrations: MIGRATIONS } = findProgramFiles();

/** A folder that is gone when the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'depot-books-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The books of a folder, as the console opens them; closed when the test is over. */
export function openBooks(folder: string = newFolder(), migrationsDir: string = MIGRATIONS): Db {
  mkdirSync(folder, { recursive: true });
  const db = openDatabase(folder, migrationsDir);
  onTestFinished(() => {
    db.$client.close();
  });
  return db;
}

/** Why the database refuses a statement; `allowed` when it does not, and then it was run. */
export function refusalOf(db: Db, sql: string): string {
  try {
    db.$client.exec(sql);
    return 'allowed';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What tells who has the folder open, and SQLite's shared memory, hold nothing of the depot's. */
const OF_NO_ACCOUNT = new Set(['lock.db', 'lock.db-journal', 'owner.json', 'depot.db-shm']);

/** Every file under a folder with the hash of its bytes: to see that nothing at all was changed. */
export function fingerprint(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => !OF_NO_ACCOUNT.has(name) && statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, sha256(readFileSync(path.join(folder, name)))]));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
