import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Pages a step; between two steps whoever shares the thread has a turn. */
const PAGES = 2000;

/**
 * Copies a database while others read and write it: one moment of it, page by page, into one file that stands alone and
 * that a power cut can no longer lose. The copy has the same damage, if there is any: check it.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true });
  try {
    // One moment for all pages: without it, each commit meanwhile would make SQLite begin again.
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await source.backup(to, { progress: () => PAGES });
  } finally {
    source.close();
  }
  standAlone(to);
}

/** Takes a copy out of WAL, so that it is one file wherever it is carried, and syncs it. */
function standAlone(file: string): void {
  const copy = new Database(file, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
  syncFile(file);
}

/** Makes a file that is written last. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
