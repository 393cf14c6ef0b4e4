import { readdirSync } from 'node:fs';
import path from 'node:path';
import { findProgramFiles } from '../../../src/main/program-files.ts';
import { runRestore } from '../../../src/main/restore/run-restore.ts';
import { type EdgeCase, openEdgeCase } from '../../helpers/open-edge-case.ts';
import { type Call, openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';

const { migrations } = findProgramFiles();

/** Ten minutes after the sample day's opening. */
export const LATER = new Date('2026-01-20T01:10:00.000Z');

export interface RestoreDesk extends EdgeCase {
  dataDir: string;
  /** What `npm run restore` prints, and its exit code. */
  restore: (...args: string[]) => Promise<{ code: number; out: string; err: string }>;
  /** The console on the restored books, ten minutes later. */
  openAgain: () => Promise<{ console: TestConsole; admin: Call }>;
  /** Where a restore has kept what was there before. */
  saved: () => string;
  remove: () => Promise<void>;
}

/** The ground of edges.md, and somebody who restores it. */
export async function openRestoreDesk(): Promise<RestoreDesk> {
  const edge = await openEdgeCase();
  const { dataDir } = edge.console;
  const opened: TestConsole[] = [];
  return {
    ...edge,
    dataDir,
    async restore(...args) {
      const printed = { out: '', err: '' };
      const code = await runRestore([...args, '--data-dir', dataDir], {
        migrations,
        clock: { now: () => LATER },
        out: (text) => (printed.out += text),
        err: (text) => (printed.err += text),
      });
      return { code, ...printed };
    },
    async openAgain() {
      const console = await openTestConsole(dataDir, LATER);
      opened.push(console);
      return { console, admin: await console.signIn('admin', 'correct horse') };
    },
    saved: () => path.join(dataDir, 'saved', readdirSync(path.join(dataDir, 'saved'))[0] ?? ''),
    async remove() {
      for (const console of opened) await console.close();
      await edge.console.remove();
    },
  };
}
