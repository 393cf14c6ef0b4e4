import { instantOf } from '../../shared/dates.ts';
import { Refusal } from '../../shared/errors.ts';
import { lastPlanned } from '../domain/export-schedule.ts';
import { prepareExport } from '../services/exports.ts';
import {
  type ExportRounds,
  type LastBundle,
  lastBundleOf,
  newsSince,
  SCHEDULE_VERB,
} from '../services/head-office/plan.ts';
import type { Bundles, Clock } from '../services/ports.ts';
import { findSettings } from '../services/settings-store.ts';
import { commitUnit, type Ledger } from '../services/unit-of-work.ts';

export interface RunningExportRounds extends ExportRounds {
  /** Makes a bundle if one is due, and resolves when it is kept or has failed. */
  look(): Promise<void>;
  close(): Promise<void>;
}

export interface ExportRoundsParts {
  ledger: Ledger;
  clock: Clock;
  bundles: Bundles;
  /** A bundle was kept: the outbox may have work. */
  onMade: () => void;
}

const LOOK_AGAIN_MS = 30_000;
/** What was in the way (a full disk, mostly) is hardly gone in half a minute, and trying reads the whole range. */
const AFTER_FAILURE_MS = 10 * 60_000;
/** A last bundle further ahead than this was made by a clock that was wrong; commits never go back in time. */
const TRUSTED_AHEAD_MS = 24 * 60 * 60_000;

/**
 * Has a bundle made when a planned moment lies after the last one: one after days switched off, none for days in which
 * nothing was committed, none a second time when the clock is set back.
 */
export function startExportRounds({ ledger, clock, bundles, onMade }: ExportRoundsParts): RunningExportRounds {
  const { db, log } = ledger;
  let failure: { at: number; reason: string } | null = null;
  /** Given up by somebody: not made again until the next planned moment. */
  let skipped: number | null = null;
  /** From when this program knows that nothing planned was missed, by the clock on the wall. */
  let knownFrom = clock.now();
  let lookedAt = knownFrom;
  let running: Promise<void> | null = null;
  let isClosed = false;

  function isDue(now: Date): boolean {
    const schedule = findSettings(db)?.export.schedule ?? { every: 'never' };
    const planned = lastPlanned(schedule, now);
    if (planned === null) {
      failure = null;
      return false;
    }
    if (planned.getTime() === skipped || bundles.progress() !== null) return false;
    if (failure !== null && isWithin(AFTER_FAILURE_MS, failure.at, now.getTime())) return false;
    return isPlannedAfter(planned, lastBundleOf(db), now);
  }

  function isPlannedAfter(planned: Date, last: LastBundle | null, now: Date): boolean {
    const madeAt = last === null ? -Infinity : Date.parse(last.createdAt);
    const news = newsSince(db, last);
    if (news === null) return false;
    if (madeAt > now.getTime() + TRUSTED_AHEAD_MS) return planned > knownFrom;
    return planned.getTime() > madeAt && news <= instantOf(planned);
  }

  async function make(now: Date): Promise<void> {
    try {
      const keep = await prepareExport({ db }, bundles);
      if (isClosed) return;
      commitUnit(ledger, factsAt(clock.now()), keep);
      failure = null;
      knownFrom = clock.now();
      onMade();
    } catch (error) {
      if (isClosed) return;
      if (error instanceof Refusal && statusOf(error) === 'CANCELLED') {
        skipped = lastPlanned(findSettings(db)?.export.schedule ?? { every: 'never' }, now)?.getTime() ?? null;
        return;
      }
      log.problem('scheduled bundle', error);
      failure = { at: now.getTime(), reason: reasonOf(error) };
    }
  }

  function look(): Promise<void> {
    running ??= round().finally(() => {
      running = null;
    });
    return running;
  }

  async function round(): Promise<void> {
    const now = clock.now();
    if (now < lookedAt) knownFrom = now;
    lookedAt = now;
    if (isDue(now)) await make(now);
  }

  const timer = setInterval(
    () => void look().catch((error: unknown) => log.problem('export rounds', error)),
    LOOK_AGAIN_MS,
  );
  timer.unref();
  return {
    look,
    trouble: () => failure && `The bundle that was due could not be made, and is tried again: ${failure.reason}`,
    async close() {
      isClosed = true;
      clearInterval(timer);
      if (running !== null) await bundles.cancel().then(() => running);
    },
  };
}

/** Nobody asked for it: the audit says that the schedule did. */
function factsAt(now: Date) {
  const nobody = { actor: null, sessionId: null, requestId: null, approver: null };
  return { now, ...nobody, device: 'schedule', verb: SCHEDULE_VERB };
}

function statusOf({ problem: { details } }: Refusal): unknown {
  return details !== undefined && 'status' in details ? details.status : null;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return 'the disk is full: free some space.';
  if (error instanceof Refusal) return error.message;
  return 'something went wrong in the console itself; its log has more under “scheduled bundle”.';
}

/** A clock set back makes nothing recent. */
function isWithin(span: number, since: number, now: number): boolean {
  return now >= since && now - since < span;
}
