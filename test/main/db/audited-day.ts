import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { WireOutput } from '../../../src/shared/contract/index.ts';
import { openEdgeCase } from '../../helpers/open-edge-case.ts';
import { openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';
import { ask, tokensOf } from '../transport/dispatcher-calls.ts';

export type Verified = WireOutput<'audit.verify'>;

/** A day in the books, closed. The administrator is still signed in, so that asking afterwards adds no row. */
export interface AuditedDay {
  folder: string;
  /** How many rows the audit has. */
  rows: number;
  /** The day in a folder of its own, to be ill-treated. */
  copy(): string;
  verify(console: TestConsole): Promise<Verified>;
  remove(): void;
}

export async function keepAuditedDay(): Promise<AuditedDay> {
  const { console, sell, deliver, emptyReturn } = await openEdgeCase();
  await sell([deliver(2)]);
  await sell([deliver(1), emptyReturn(1)]);
  const { access: token } = await tokensOf(console, 'admin', 'correct horse');
  await sell([deliver(1)]);
  const verify = async (opened: TestConsole) => {
    const result = await ask(opened, 'audit.verify', {}, { token });
    if (!result.ok) throw new Error(result.error.message);
    return result.value as Verified;
  };
  const { rows } = await verify(console);
  await console.close();
  const { dataDir: folder } = console;
  return {
    folder,
    rows,
    copy() {
      const copy = mkdtempSync(path.join(tmpdir(), 'depot-audit-'));
      cpSync(folder, copy, { recursive: true });
      onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
      return copy;
    },
    verify,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The console on a folder, closed when the test is over. */
export async function openUntilDone(folder: string): Promise<TestConsole> {
  const console = await openTestConsole(folder);
  onTestFinished(() => console.close());
  return console;
}

export const anchorOf = (folder: string) => path.join(folder, 'anchor.jsonl');
export const linesOf = (folder: string) => readFileSync(anchorOf(folder), 'utf8').trimEnd().split('\n');

export function setLines(folder: string, lines: readonly string[]): void {
  writeFileSync(anchorOf(folder), lines.map((line) => `${line}\n`).join(''));
}
