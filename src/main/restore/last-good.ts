import path from 'node:path';
import { copiesIn } from '../adapters/backup-folder.ts';
import { sha256Of } from '../file-hash.ts';
import type { BackupFile } from '../services/ports.ts';

/** The newest copy in which nothing was found wrong, and which is still what was written then; `null` when none is. */
export async function lastGoodCopy(dataDir: string): Promise<(BackupFile & { file: string }) | null> {
  const folder = path.join(dataDir, 'backups');
  for (const copy of copiesIn(folder)) {
    const file = path.join(folder, copy.name);
    if (copy.problems?.length === 0 && (await isAsWritten(file, copy.sha256))) return { ...copy, file };
  }
  return null;
}

async function isAsWritten(file: string, sha256: string | null): Promise<boolean> {
  try {
    return (await sha256Of(file)) === sha256;
  } catch {
    // A failing disk: the next older one may lie on a sound part of it.
    return false;
  }
}
