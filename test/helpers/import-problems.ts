import { expect } from 'vitest';
import type { Call } from './open-test-console.ts';
import { sampleFiles } from './sample-folder.ts';

export type Changes = Readonly<Record<string, string | null>>;

/** The problems of the sample with some files changed, as `file:line column: reason`. */
export async function problemsWith(call: Call, changes: Changes): Promise<string[]> {
  const { problems } = await call('imports.run', { files: sampleFiles(changes), dryRun: true });
  return problems.map(({ file, line, column, reason }) => `${file}:${line} ${column}: ${reason}`);
}

/** A file of the sample with one text in it replaced. */
export function edited(file: string, from: string, to: string): Changes {
  const text = sampleFiles()[file] ?? '';
  expect(text).toContain(from);
  return { [file]: text.replace(from, to) };
}
