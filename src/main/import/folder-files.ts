import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from '../db/start-error.ts';

/** Bytes. The verb counts letters, of which UTF-8 makes three bytes at most. */
const LARGEST = 60_000_000;

/**
 * The files of a folder as `imports.run` takes them: name → text. Of those that cannot be lists only the name is given,
 * so that the verb can say which are none of its own. Hidden files and folders are left out.
 *
 * @throws StartError with a sentence when the folder cannot be read or holds no list
 */
export async function folderFiles(folder: string): Promise<Record<string, string>> {
  const names = await namesIn(folder);
  const lists = names.filter((name) => name.endsWith('.csv') || name === 'company.json');
  if (lists.length === 0)
    throw new StartError(`There is nothing to import in ${folder}: no company.json, no CSV file.`);
  const sizes = await Promise.all(lists.map(async (name) => (await stat(path.join(folder, name))).size));
  if (sizes.reduce((sum, size) => sum + size, 0) > LARGEST) {
    throw new StartError(`The lists in ${folder} are larger than 20 MB: bring them in in parts.`);
  }
  const texts = await Promise.all(
    names.map(
      async (name) => [name, lists.includes(name) ? await readFile(path.join(folder, name), 'utf8') : ''] as const,
    ),
  );
  return Object.fromEntries(texts);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new StartError(`There is no folder ${folder}.`);
    if (code === 'ENOTDIR') throw new StartError(`${folder} is a file: name the folder it lies in.`);
    throw new StartError(
      `The folder ${folder} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}
