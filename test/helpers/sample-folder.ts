import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSlips, type Slip } from '../../src/main/demo/slips.ts';
import type { Call } from './open-test-console.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../samples/depot-kb1');

/** samples/depot-kb1 as `imports.run` takes it, with some files changed; `null` leaves one out. */
export function sampleFiles(changes: Readonly<Record<string, string | null>> = {}): Record<string, string> {
  const files = Object.fromEntries(readdirSync(FOLDER).map((name) => [name, read(name)]));
  const all = Object.entries({ ...files, ...changes });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}

export function sampleSlips(): Slip[] {
  return parseSlips(read('slips.jsonl'));
}

function read(name: string): string {
  return readFileSync(path.join(FOLDER, name), 'utf8');
}

/** Imports the sample. @returns the one-time passwords by user name */
export async function importSample(call: Call): Promise<Map<string, string>> {
  const { oneTimePasswords } = await call('imports.run', { files: sampleFiles() });
  return new Map(oneTimePasswords.map(({ username, password }) => [username, password]));
}
