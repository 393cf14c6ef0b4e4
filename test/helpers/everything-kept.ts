import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** All the bytes of a folder's files, a letter each, to look for what must not be among them. */
export function everythingKept(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return files.map((file) => readFileSync(file).toString('latin1')).join('\n');
}
