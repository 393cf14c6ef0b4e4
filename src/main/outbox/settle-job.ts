import { instantOf } from '../../shared/dates.ts';
import { noteMailed, notePrinted } from '../services/delivery/outcomes.ts';
import { noteDelivered } from '../services/head-office/bundle-jobs.ts';
import { finishJob, giveUpJob, type Job, postponeJob } from '../services/jobs.ts';
import { commitUnit, type Ledger } from '../services/unit-of-work.ts';
import type { JobEnd } from './job-end.ts';
import { endlessPauseAfter, pauseAfter } from './retry.ts';

/** How soon a spooler that waits for paper is asked again. */
const ASK_AGAIN_MS = 5_000;

/**
 * Writes down what became of a job. A document that left the house is a fact of the books: its commit and the job's
 * end are one transaction.
 */
export function settleJob(ledger: Ledger, now: Date, job: Job, end: JobEnd, chance: number): void {
  const { db } = ledger;
  const instant = instantOf(now);
  switch (end.state) {
    case 'done':
      return finish(ledger, now, job, end);
    case 'waiting':
      return postponeJob(db, job.id, { reason: end.reason, runAfter: later(now, ASK_AGAIN_MS), countsAsTry: false });
    case 'again': {
      // Head office gets all bundles, however long its server is down.
      const isEndless = job.kind === 'EXPORT';
      const pause = (isEndless ? endlessPauseAfter : pauseAfter)(job.attempts + 1, chance);
      if (pause === null) return giveUpJob(db, job.id, 'failed', end.reason, instant);
      return postponeJob(db, job.id, { reason: end.reason, runAfter: later(now, pause), countsAsTry: true });
    }
    case 'failed':
    case 'uncertain':
      return giveUpJob(db, job.id, end.state, end.reason, instant);
  }
}

function finish(ledger: Ledger, now: Date, job: Job, end: Extract<JobEnd, { state: 'done' }>): void {
  if (job.kind !== 'PRINT' && job.kind !== 'MAIL' && job.kind !== 'EXPORT') {
    finishJob(ledger.db, job.id, end.proof, instantOf(now));
    return;
  }
  const facts = { now, actor: null, sessionId: null, device: 'outbox', requestId: null, approver: null };
  commitUnit(ledger, { ...facts, verb: `outbox.${job.kind.toLowerCase()}` }, (unit) => {
    finishJob(unit.db, job.id, end.proof, unit.instant);
    const proof = end.proof ?? '';
    if (job.kind === 'EXPORT') noteDelivered(unit, job, proof);
    else if (job.kind === 'MAIL') noteMailed(unit, job, proof);
    else notePrinted(unit, job, { isProven: end.isProven ?? false, proof, isCopy: end.isCopy ?? false });
  });
}

function later(now: Date, milliseconds: number) {
  return instantOf(new Date(now.getTime() + milliseconds));
}
