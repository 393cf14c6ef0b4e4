import path from 'node:path';
import { z } from 'zod';
import { type Instant, instantOf } from '../../shared/dates.ts';
import type { BackupFile, Backups, Clock, Log } from '../services/ports.ts';
import { copiesIn, removeUnfinished } from './backup-folder.ts';

/** One copy to be made. */
export interface BackupOrder {
  dataDir: string;
  createdAt: Instant;
  reason: 'timed' | 'asked';
  /** On another disk; `null` when none is set. */
  secondFolder: string | null;
}

export interface BackupOptions {
  /** Makes one copy; in a thread of its own unless a test waits for it. Answers what `madeBackup` reads. */
  make: (order: BackupOrder) => Promise<unknown>;
  dataDir: string;
  clock: Clock;
  log: Log;
  /** As it is set now. */
  secondFolder: () => string | null;
  /** What went wrong before the books were opened, to be told until a copy is made. */
  firstTrouble?: string | null;
}

export interface OpenBackups extends Backups {
  /** Resolves when nothing is made any more. */
  close(): Promise<void>;
}

const madeBackup = z.object({
  name: z.string(),
  /** Why the second folder has no copy, in a sentence; `null` when it has one or none is set. */
  trouble: z.string().nullable(),
});
export type MadeBackup = z.output<typeof madeBackup>;

/** Knows the copies of the books, and has new ones made, one after the other. */
export function openBackups({
  make,
  dataDir,
  clock,
  log,
  secondFolder,
  firstTrouble = null,
}: BackupOptions): OpenBackups {
  const folder = path.join(dataDir, 'backups');
  removeUnfinished(folder);
  let copies = copiesIn(folder);
  let troubles: string[] = firstTrouble === null ? [] : [firstTrouble];
  let running: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  async function run(reason: 'timed' | 'asked'): Promise<BackupFile> {
    const createdAt = instantOf(clock.now());
    try {
      const { name, trouble } = madeBackup.parse(
        await make({ dataDir, createdAt, reason, secondFolder: secondFolder() }),
      );
      if (trouble !== null) log.warning(trouble);
      troubles = trouble === null ? [] : [trouble];
      copies = copiesIn(folder);
      const copy = copies.find((one) => one.name === name);
      if (copy === undefined) throw new Error(`${name} is gone`);
      for (const problem of copy.problems ?? []) log.warning(`The backup ${name} does not hold together. ${problem}`);
      return copy;
    } catch (error) {
      if (!isClosed) {
        log.problem('backup', error);
        troubles = [`No backup could be made: ${error instanceof Error ? error.message : String(error)}`];
      }
      throw error;
    }
  }

  return {
    list: () => copies,
    troubles: () => troubles,
    make(reason) {
      const result = running.then(() => run(reason));
      running = result.catch(() => undefined);
      return result;
    },
    async close() {
      isClosed = true;
      await running;
    },
  };
}
