import { instantOf } from '../../shared/dates.ts';
import { findJob, type Job, nextDueJob, recoverInterrupted, startJob } from '../services/jobs.ts';
import type { Clock, Log, Outbox } from '../services/ports.ts';
import type { Ledger } from '../services/unit-of-work.ts';
import type { JobEnd } from './job-end.ts';
import { settleJob } from './settle-job.ts';

/** Does one kind of work, once. */
export type RunJob = (job: Job) => Promise<JobEnd>;

export interface WorkerParts {
  ledger: Ledger;
  clock: Clock;
  log: Log;
  /** By kind; a kind that is not here is left alone. */
  runs: Readonly<Partial<Record<Job['kind'], RunJob>>>;
  /** Takes a cancelled job out of its spooler. */
  takeBack: (job: Job) => Promise<void>;
  /** A number from 0 up to 1. */
  chance?: () => number;
}

export interface Worker extends Outbox {
  /** There may be something to do. */
  poke: () => void;
  /** Resolves when nothing is due any more and nothing runs. */
  drain: () => Promise<void>;
  /** Starts nothing more, and waits for what runs. */
  close(): Promise<void>;
}

const LOOK_AGAIN_MS = 5_000;

/** How many jobs of a lane run at a time. A printer prints one after the other, so does the one Chromium draw. */
const ROOM: ReadonlyMap<string, number> = new Map([['mail', 3]]);

const ASKED_ABOUT = 'The console stopped while this was being printed. Look whether it came out.';

/** Works the outbox off after commit, each lane for itself: a printer that hangs holds no mail up, and no sale waits. */
export function startWorker(parts: WorkerParts): Worker {
  const { clock, log, ledger } = parts;
  const { db } = ledger;
  const running = new Map<number, { lane: string; end: Promise<void> }>();
  const watchers = new Map<number, Set<() => void>>();
  let isClosed = false;
  recoverInterrupted(db, instantOf(clock.now()), ASKED_ABOUT);

  function fill(): void {
    for (;;) {
      const job = isClosed ? undefined : nextDueJob(db, instantOf(clock.now()), fullLanes(running.values()));
      if (job === undefined) return;
      startJob(db, job.id, instantOf(clock.now()));
      const end = runOnce(parts, job)
        .catch((error: unknown) => log.problem(`job ${job.id}`, error))
        .finally(() => {
          running.delete(job.id);
          for (const tell of watchers.get(job.id) ?? []) tell();
          watchers.delete(job.id);
          look();
        });
      running.set(job.id, { lane: job.lane, end });
    }
  }

  /** Books that cannot be read now (a full disk) can be later: the timer looks again. */
  function look(): void {
    try {
      fill();
    } catch (error) {
      log.problem('outbox', error);
    }
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
    triedOnce(jobId, withinMs) {
      const job = findJob(db, jobId);
      if (job === undefined || (job.state !== 'queued' && job.state !== 'running')) return Promise.resolve();
      return new Promise((resolve) => {
        const late = setTimeout(resolve, withinMs);
        const tell = () => {
          clearTimeout(late);
          resolve();
        };
        watchers.set(jobId, (watchers.get(jobId) ?? new Set()).add(tell));
        look();
      });
    },
    async takeBack(jobId) {
      const job = findJob(db, jobId);
      if (job?.handle == null || job.state !== 'cancelled') return;
      await parts.takeBack(job).catch((error: unknown) => log.problem(`job ${jobId}`, error));
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      for (const tell of Array.from(watchers.values(), (set) => [...set]).flat()) tell();
      await Promise.all(Array.from(running.values(), ({ end }) => end));
    },
  };
}

function fullLanes(running: Iterable<{ lane: string }>): string[] {
  const counts = new Map<string, number>();
  for (const { lane } of running) counts.set(lane, (counts.get(lane) ?? 0) + 1);
  return [...counts].filter(([lane, count]) => count >= (ROOM.get(lane) ?? 1)).map(([lane]) => lane);
}

async function runOnce({ ledger, clock, log, runs, chance = Math.random }: WorkerParts, job: Job): Promise<void> {
  const run = runs[job.kind];
  const end =
    run === undefined
      ? null
      : await run(job).catch((error: unknown) => failure(log, findJob(ledger.db, job.id) ?? job, error));
  settleJob(ledger, clock.now(), job, end ?? { state: 'failed', reason: 'This program cannot do that.' }, chance());
}

/** Something broke in the program itself. What a printer may have been given by then, only a person can tell. */
function failure(log: Log, job: Job, error: unknown): JobEnd {
  log.problem(`job ${job.id}`, error);
  const reason = error instanceof Error ? error.message : String(error);
  if (job.handle !== null) return { state: 'waiting', reason };
  return { state: job.kind === 'PRINT' && job.handedAt !== null ? 'uncertain' : 'again', reason };
}
