import { instantOf } from '../../shared/dates.ts';
import { bringBackFrom, findJob, type Job, nextDueJob, recoverInterrupted, startJob } from '../services/jobs.ts';
import type { Clock, Log, Outbox } from '../services/ports.ts';
import type { Ledger } from '../services/unit-of-work.ts';
import { endOfBrokenRun } from './broken-run.ts';
import type { JobEnd } from './job-end.ts';
import { openLaneRests } from './lane-rests.ts';
import { fullLanes } from './lanes.ts';
import { LONGEST_PAUSE_MS } from './retry.ts';
import { takeBack } from './take-back.ts';
import { openTurnstile } from './turnstile.ts';
import { openWriter } from './write-down.ts';

/**
 * Does one kind of work, once.
 *
 * @param lastStep awaited before the step that nobody can take back: one job at a time takes it, and what became of it
 *   is written down before the next one may. So a crash leaves at most one letter that is sent twice.
 */
export type RunJob = (job: Job, lastStep: () => Promise<void>) => Promise<JobEnd>;

export interface WorkerParts {
  ledger: Ledger;
  clock: Clock;
  log: Log;
  /** By kind. */
  runs: Readonly<Partial<Record<Job['kind'], RunJob>>>;
  /** Takes a cancelled job out of its spooler. @returns what became of it there */
  recall: (job: Job) => Promise<JobEnd>;
  /** A number from 0 up to 1. */
  chance?: () => number;
  /** How long what runs is waited for at the end. */
  closeWithinMs?: number;
}

export interface Worker extends Outbox {
  /** There may be something to do. */
  poke: () => void;
  /** Resolves when nothing is due any more and nothing runs. */
  drain: () => Promise<void>;
  /** Starts nothing more, and waits for what runs; not for ever: the next start finds out what became of the rest. */
  close(): Promise<void>;
}

const LOOK_AGAIN_MS = 5_000;
/** Clocks are set right by seconds all day long. */
const CLOCK_TOLERANCE_MS = 60_000;

const ASKED_ABOUT = 'The console stopped while this was being printed. Look whether it came out.';

/** Works the outbox off after commit, each lane for itself: a printer that hangs holds no mail up, and no sale waits. */
export function startWorker(parts: WorkerParts): Worker {
  const { ledger, clock, log, runs, recall, chance = Math.random, closeWithinMs = 10_000 } = parts;
  const { db } = ledger;
  const running = new Map<number, { lane: string; end: Promise<void> }>();
  const watchers = new Map<number, Set<() => void>>();
  const lastSteps = openTurnstile<number>();
  const rests = openLaneRests(db, chance);
  const writer = openWriter({ ledger, clock, log, chance });
  let isClosed = false;
  let lookedAt = clock.now();
  recoverInterrupted(db, instantOf(lookedAt), ASKED_ABOUT);
  trustClock(lookedAt);

  /** Jobs that a wrong clock put off for months are due now. */
  function trustClock(now: Date): void {
    bringBackFrom(db, instantOf(new Date(now.getTime() + LONGEST_PAUSE_MS)), instantOf(now));
  }

  async function work(job: Job): Promise<void> {
    const run = runs[job.kind];
    try {
      const end = await (run?.(job, () => lastSteps.enter(job.id)) ?? NOT_OURS);
      await writer.write(job, () => end);
      rest(job.lane, end);
    } catch (error) {
      log.problem(`job ${job.id}`, error);
      await writer.write(job, () => endOfBrokenRun(findJob(db, job.id) ?? job, error));
    } finally {
      lastSteps.leave(job.id);
    }
  }

  function rest(lane: string, end: JobEnd): void {
    if (isClosed) return;
    try {
      rests.note(lane, end, clock.now());
    } catch (error) {
      log.problem(`lane ${lane}`, error);
    }
  }

  function fill(): void {
    const now = clock.now();
    if (now.getTime() < lookedAt.getTime() - CLOCK_TOLERANCE_MS) trustClock(now);
    lookedAt = now;
    for (;;) {
      const job = nextDueJob(db, instantOf(now), [...fullLanes(running.values()), ...rests.resting(now)]);
      if (job === undefined) return;
      startJob(db, job.id, instantOf(now));
      const end = work(job).finally(() => {
        running.delete(job.id);
        for (const tell of watchers.get(job.id) ?? []) tell();
        watchers.delete(job.id);
        look();
      });
      running.set(job.id, { lane: job.lane, end });
    }
  }

  function look(): void {
    if (isClosed) return;
    writer.writeLeft();
    try {
      fill();
    } catch (error) {
      log.problem('outbox', error);
    }
  }

  function hurry(): void {
    rests.wake();
    look();
  }

  const timer = setInterval(look, LOOK_AGAIN_MS);
  timer.unref();
  return {
    // Later, not now: whoever pokes is about to give a clerk his answer.
    poke: () => void setImmediate(look),
    async drain() {
      look();
      while (running.size > 0) await Promise.all(Array.from(running.values(), ({ end }) => end));
    },
    hurry,
    triedOnce(jobId, withinMs) {
      const job = findJob(db, jobId);
      if (isClosed || (job?.state !== 'queued' && job?.state !== 'running')) return Promise.resolve();
      return new Promise((resolve) => {
        const late = setTimeout(resolve, withinMs);
        const tell = () => {
          clearTimeout(late);
          resolve();
        };
        watchers.set(jobId, (watchers.get(jobId) ?? new Set()).add(tell));
        hurry();
      });
    },
    async takeBack(jobId) {
      await takeBack({ ledger, clock, recall }, jobId).catch((error: unknown) => log.problem(`job ${jobId}`, error));
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      for (const tell of Array.from(watchers.values(), (set) => [...set]).flat()) tell();
      writer.giveUp();
      await within(closeWithinMs, Promise.all(Array.from(running.values(), ({ end }) => end)));
      writer.close();
    },
  };
}

const NOT_OURS: JobEnd = { state: 'failed', reason: 'This version of the console cannot do that.' };

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
