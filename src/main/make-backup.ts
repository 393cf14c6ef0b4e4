import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { copiesIn, keepCopy, removeCopy, removeUnfinished, unfinishedCopy } from './adapters/backup-folder.ts';
import type { BackupOrder, MadeBackup } from './adapters/backups.ts';
import { syncFolder } from './adapters/synced-files.ts';
import { checkCopy } from './check-copy.ts';
import { copyDatabase, syncFile } from './db/copy-database.ts';
import { DATABASE_FILE } from './db/open.ts';
import { backupsToKeep } from './domain/backups-to-keep.ts';
import { sha256Of } from './file-hash.ts';

/** Copies made before updates, which no clockwork makes again. */
const UPDATES_KEPT = 3;

/**
 * Makes a copy of the books while the counter goes on: copied to a temporary name, synced, opened and read in full, then
 * named; then the same in the second folder. Takes as long as reading everything does: for a thread of its own.
 *
 * @throws when it cannot be made, or its file is damaged; nothing is left of it then
 */
export async function makeBackup({ dataDir, createdAt, reason, secondFolder }: BackupOrder): Promise<MadeBackup> {
  const folder = path.join(dataDir, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeUnfinished(folder);
  const copy = unfinishedCopy(folder);
  try {
    await copyDatabase(path.join(dataDir, DATABASE_FILE), copy);
    const { commit, problems } = checkCopy(copy, path.join(dataDir, 'anchor.jsonl'), new Date(createdAt));
    const known = { createdAt, reason, commit, problems, sha256: await sha256Of(copy) };
    const name = keepCopy(folder, copy, known);
    await syncFolder(folder);
    thinOut(folder, name);
    return { name, trouble: secondFolder === null ? null : await carry(path.join(folder, name), known, secondFolder) };
  } finally {
    removeUnfinished(folder);
  }
}

/** @returns why it could not be carried there, in a sentence */
async function carry(
  file: string,
  known: Parameters<typeof keepCopy>[2],
  secondFolder: string,
): Promise<string | null> {
  try {
    // Made by us, it would lie on this disk whenever the other one is not plugged in.
    if (!existsSync(secondFolder)) return `The second folder for backups, ${secondFolder}, cannot be reached.`;
    removeUnfinished(secondFolder);
    const copy = unfinishedCopy(secondFolder);
    copyFileSync(file, copy);
    syncFile(copy);
    if ((await sha256Of(copy)) !== known.sha256) {
      rmSync(copy);
      return `The copy in the second folder for backups, ${secondFolder}, is not what was written. Its disk may be failing.`;
    }
    const name = keepCopy(secondFolder, copy, known);
    await syncFolder(secondFolder);
    thinOut(secondFolder, name);
    return null;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `The second folder for backups, ${secondFolder}, cannot be written: ${why}.`;
  }
}

/** @param made the copy that was just made: by a clock that was set back it is the oldest, and it is what was asked for. */
function thinOut(folder: string, made: string): void {
  const copies = copiesIn(folder).map((copy) => ({ ...copy, isGood: copy.problems?.length === 0 }));
  const timed = copies.filter(({ reason }) => reason !== 'update');
  const updates = copies.filter(({ reason }) => reason === 'update').slice(0, UPDATES_KEPT);
  const kept = new Set([...backupsToKeep(timed), ...updates]);
  for (const copy of copies) if (!kept.has(copy) && copy.name !== made) removeCopy(folder, copy.name);
}
