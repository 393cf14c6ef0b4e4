import { and, asc, count, eq, lte, sql } from 'drizzle-orm';
import type { Instant } from '../../shared/dates.ts';
import { inserting } from '../db/inserting.ts';
import type { Db } from '../db/db.ts';
import { jobs } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import type { Unit } from './context.ts';

export type Job = typeof jobs.$inferSelect;

const insertJob = inserting(jobs);

/** Queues an invoice's PDF in the transaction that issues it. */
export function queueRender(unit: Unit, invoiceId: number): void {
  insertJob(unit.db, {
    key: `render:invoice:${invoiceId}`,
    kind: 'RENDER',
    state: 'queued',
    subjectKind: 'invoice',
    subjectId: invoiceId,
    payload: '{}',
    runAfter: unit.instant,
    createdAt: unit.instant,
  });
}

/** Written out, not bound, so that SQLite can use the partial index of due jobs. */
const isQueued = sql`${jobs.state} = 'queued'`;

const due = statement((db) =>
  db
    .select()
    .from(jobs)
    .where(and(isQueued, lte(jobs.runAfter, sql.placeholder('now'))))
    .orderBy(asc(jobs.runAfter), asc(jobs.id))
    .limit(1)
    .prepare(),
);

/** The job whose turn it is. */
export function nextDueJob(db: Db, now: Instant): Job | undefined {
  return due(db).get({ now });
}

export function startJob(db: Db, id: number, now: Instant): void {
  db.update(jobs)
    .set({ state: 'running', startedAt: now, attempts: sql`${jobs.attempts} + 1` })
    .where(eq(jobs.id, id))
    .run();
}

export function finishJob(db: Db, id: number, now: Instant): void {
  db.update(jobs).set({ state: 'done', finishedAt: now, lastError: null }).where(eq(jobs.id, id)).run();
}

/** Puts a job back for later, or gives it up. */
export function failJob(db: Db, id: number, reason: string, runAfter: Instant | null, now: Instant): void {
  db.update(jobs)
    .set(
      runAfter === null
        ? { state: 'failed', finishedAt: now, lastError: reason }
        : { state: 'queued', runAfter, lastError: reason },
    )
    .where(eq(jobs.id, id))
    .run();
}

/** Jobs a crash left running: rendering again gives the same file, so they simply run again. */
export function requeueInterrupted(db: Db): void {
  db.update(jobs)
    .set({ state: 'queued' })
    .where(and(eq(jobs.state, 'running'), eq(jobs.kind, 'RENDER')))
    .run();
}

export function countJobs(db: Db, state: Job['state']): number {
  return db.select({ count: count() }).from(jobs).where(eq(jobs.state, state)).get()?.count ?? 0;
}
