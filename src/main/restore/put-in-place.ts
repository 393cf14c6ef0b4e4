import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { syncFolder } from '../adapters/synced-files.ts';

/** Where restored books are made ready; what a crash leaves there is begun anew. */
export const MAKING = 'restore.making';
/** The same folder under this name is ready: from here on the restore is finished, whatever happens. */
const READY = 'restore.ready';
/** Says where what is there now goes. */
export const ORDER_FILE = 'order.json';

export const restoreOrder = z.object({ savedAs: z.string() });

/** Beside the books themselves: what SQLite has not written into them yet. It belongs to the old file only. */
const BESIDE = ['depot.db-wal', 'depot.db-shm'];
const BOOKS = 'depot.db';
const ANCHOR = 'anchor.jsonl';

/** Makes the restored books the ones to be put in place. Up to here nothing of the data folder has changed. */
export async function declareReady(dataDir: string): Promise<void> {
  await syncFolder(path.join(dataDir, MAKING));
  renameSync(path.join(dataDir, MAKING), path.join(dataDir, READY));
  await syncFolder(dataDir);
}

/**
 * Puts restored books in place, if there are any ready, and moves what is there out of the way first, file by file. May
 * be stopped by a crash anywhere: the next start goes on where it stopped.
 */
export async function finishRestore(dataDir: string): Promise<void> {
  const ready = path.join(dataDir, READY);
  if (!existsSync(ready)) return;
  const { savedAs } = restoreOrder.parse(JSON.parse(readFileSync(path.join(ready, ORDER_FILE), 'utf8')));
  const saved = path.join(dataDir, savedAs);
  mkdirSync(saved, { recursive: true, mode: 0o700 });
  // While the new books wait here, whatever lies in their place is the old ones.
  for (const name of [BOOKS, ANCHOR]) {
    if (!existsSync(path.join(ready, name))) continue;
    if (name === BOOKS) for (const part of BESIDE) move(dataDir, saved, part);
    move(dataDir, saved, name);
    await syncFolder(saved);
    move(ready, dataDir, name);
    await syncFolder(dataDir);
  }
  rmSync(ready, { recursive: true });
  await syncFolder(dataDir);
}

function move(from: string, to: string, name: string): void {
  if (existsSync(path.join(from, name))) renameSync(path.join(from, name), path.join(to, name));
}
