import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A secret of 32 bytes kept in a file only those who run the console may read; made when it is first asked for.
 *
 * @param price what it means to remove the file, for whoever finds it damaged
 */
export function readKeyFile(file: string, price = 'to sign everyone out'): Buffer {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32), { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = readFileSync(file);
  if (key.byteLength !== 32) throw new Error(`${file} is not a key: restore it, or remove it ${price}.`);
  return key;
}
