import { instantOf } from '../../shared/dates.ts';
import type { Db } from '../db/db.ts';
import { renderInvoice } from '../services/invoices.ts';
import { failJob, finishJob, type Job, nextDueJob, requeueInterrupted, startJob } from '../services/jobs.ts';
import type { Clock, InvoicePapers, Log } from '../services/ports.ts';
import { pauseAfter } from './retry.ts';

export interface WorkerParts {
  db: Db;
  clock: Clock;
  papers: InvoicePapers;
  log: Log;
}

export interface Worker {
  /** There may be something to do. */
  poke: () => void;
  /** Resolves when nothing is due any more. */
  drain: () => Promise<void>;
  /** Stops between two jobs. */
  close(): Promise<void>;
}

const LOOK_AGAIN_MS = 5_000;

/** Works the outbox off after commit, one job at a time. A sale never waits for it. */
export function startWorker(parts: WorkerParts): Worker {
  const { db, clock } = parts;
  let running: Promise<void> | null = null;
  let isClosed = false;
  requeueInterrupted(db);

  async function workOff(): Promise<void> {
    for (;;) {
      const job = isClosed ? undefined : nextDueJob(db, instantOf(clock.now()));
      if (job === undefined) return;
      await runJob(parts, job);
    }
  }

  function drain(): Promise<void> {
    running ??= workOff().finally(() => {
      running = null;
    });
    return running;
  }

  /** Later, not now: whoever pokes is about to give a clerk his answer. */
  function poke(): void {
    setImmediate(() => {
      if (!isClosed) void drain().catch((error: unknown) => parts.log.problem('outbox', error));
    });
  }

  const timer = setInterval(poke, LOOK_AGAIN_MS);
  timer.unref();
  return {
    poke,
    drain,
    async close() {
      isClosed = true;
      clearInterval(timer);
      await running;
    },
  };
}

async function runJob({ db, clock, papers, log }: WorkerParts, job: Job): Promise<void> {
  startJob(db, job.id, instantOf(clock.now()));
  try {
    await renderInvoice(db, papers, job.subjectId, clock.now());
    finishJob(db, job.id, instantOf(clock.now()));
  } catch (error) {
    log.problem(`job ${job.id}`, error);
    const now = clock.now();
    const pause = pauseAfter(job.attempts + 1);
    const again = pause === null ? null : instantOf(new Date(now.getTime() + pause));
    failJob(db, job.id, error instanceof Error ? error.message : String(error), again, instantOf(now));
  }
}
