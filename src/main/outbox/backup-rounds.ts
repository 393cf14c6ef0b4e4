import type { Db } from '../db/db.ts';
import { trailHead } from '../services/audit-trail.ts';
import type { Backups, Clock } from '../services/ports.ts';

export interface BackupRounds {
  /** Makes a copy if one is due, and resolves when it is there or has failed. */
  look(): Promise<void>;
  close(): void;
}

/** domain.md, "Owner, backup, restore". */
const EVERY_MS = 15 * 60_000;
const LOOK_AGAIN_MS = 30_000;
/** A disk that is full will not be empty in half a minute, and trying reads all the books. */
const AFTER_FAILURE_MS = 5 * 60_000;

/**
 * Has a copy of the books made every quarter of an hour in which something was committed, and soon after a start when
 * something was committed since the last copy.
 */
export function startBackupRounds({ db, clock, backups }: { db: Db; clock: Clock; backups: Backups }): BackupRounds {
  let failedAt: number | null = null;
  let running: Promise<void> | null = null;

  function isDue(): boolean {
    const { seq } = trailHead(db);
    const now = clock.now().getTime();
    if (seq === 0 || isWithin(AFTER_FAILURE_MS, failedAt, now)) return false;
    const last = backups.list().find(({ commit }) => commit !== null);
    return last === undefined || (last.commit !== seq && !isWithin(EVERY_MS, Date.parse(last.createdAt), now));
  }

  async function make(): Promise<void> {
    try {
      await backups.make('timed');
      failedAt = null;
    } catch {
      // Logged, and told by the list and by health.
      failedAt = clock.now().getTime();
    }
  }

  function look(): Promise<void> {
    running ??= (isDue() ? make() : Promise.resolve()).finally(() => {
      running = null;
    });
    return running;
  }

  const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
  timer.unref();
  return { look, close: () => clearInterval(timer) };
}

/** A clock set back makes nothing recent. */
function isWithin(span: number, since: number | null, now: number): boolean {
  return since !== null && now >= since && now - since < span;
}
