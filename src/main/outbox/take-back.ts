import { findJob, type Job, noteLeftBehind, noteTakenBack } from '../services/jobs.ts';
import type { Clock } from '../services/ports.ts';
import type { Ledger } from '../services/unit-of-work.ts';
import type { JobEnd } from './job-end.ts';
import { settleJob } from './settle-job.ts';

export interface TakeBackParts {
  ledger: Ledger;
  clock: Clock;
  /** Takes a job out of its spooler. @returns what became of it there */
  recall: (job: Job) => Promise<JobEnd>;
}

/** Takes a cancelled job out of its spooler, and says what came of that: it may be too late, or not possible. */
export async function takeBack({ ledger, clock, recall }: TakeBackParts, jobId: number): Promise<void> {
  const { db } = ledger;
  const job = heldBySpooler(findJob(db, jobId));
  if (job === null) return;
  const end = await recall(job);
  // The same request may have come twice.
  if (heldBySpooler(findJob(db, jobId)) === null) return;
  switch (end.state) {
    case 'done':
      // A spooler that only says that the job is gone says what was to be expected.
      if (end.isProven === true) settleJob(ledger, clock.now(), job, end, 0);
      else noteTakenBack(db, jobId);
      return;
    case 'again':
    case 'failed':
      return noteTakenBack(db, jobId);
    case 'waiting':
      return noteLeftBehind(db, jobId, `It could not be taken out of the printer’s queue. ${end.reason}`);
    case 'uncertain':
      return noteLeftBehind(db, jobId, end.reason);
  }
}

function heldBySpooler(job: Job | undefined): Job | null {
  return job?.state === 'cancelled' && job.handle !== null ? job : null;
}
