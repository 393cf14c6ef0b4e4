import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Files on their way to a printer. They can be drawn again, so nothing of them is synced or kept. */
export interface SpoolFolder {
  /** @returns the file's full path */
  write(name: string, bytes: Uint8Array): Promise<string>;
  /** Never throws: what somebody still has open (Windows) is gone with the next start. */
  remove(file: string): Promise<void>;
}

/** Empties the folder first: what lies there is of a program that was killed. */
export async function openSpoolFolder(folder: string): Promise<SpoolFolder> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    async write(name, bytes) {
      const file = path.resolve(folder, name);
      await writeFile(file, bytes, { mode: 0o600 });
      return file;
    },
    // Node tries again only what it removes recursively.
    remove: (file) => rm(file, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined),
  };
}
