import { open, rename } from 'node:fs/promises';

/** Writes a new file that a power cut can no longer lose or halve. @throws when the name is taken. */
export async function writeSynced(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a file another name, in place of what has it. On Windows a virus scanner or a viewer may hold either file for a moment. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (attempt === 5 || !isHeld(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 100));
    }
  }
}

function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EPERM', 'EACCES', 'EBUSY'].includes(String(error.code));
}

/** Makes a rename last; Windows does not let a folder be opened for that and does not need it. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Not supported here.
  }
}
