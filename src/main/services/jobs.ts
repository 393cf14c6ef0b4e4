import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../../shared/dates.ts';
import { inserting } from '../db/inserting.ts';
import type { Db } from '../db/db.ts';
import { jobs } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';

export type Job = typeof jobs.$inferSelect;
export type NewJob = Omit<typeof jobs.$inferInsert, 'id' | 'state' | 'attempts'>;

const insert = inserting(jobs);

/** Puts work after the commit that it is written in. @returns the job's id. */
export function insertJob(db: Db, job: NewJob): number {
  return insert(db, { ...job, state: 'queued' });
}

/** Written out, not bound, so that SQLite can use the partial indices. */
export const isQueued = sql`${jobs.state} = 'queued'`;
const isNotDone = sql`${jobs.state} <> 'done'`;

/** Jobs of a state that few are in, by their own index. */
export function isOf(state: Exclude<Job['state'], 'done'>): SQL {
  return sql`(${isNotDone} AND ${jobs.state} = ${sql.raw(`'${state}'`)})`;
}

/**
 * Bundles go out one after the other, in the order they were made: none overtakes one that waits for its next try. What
 * was given up holds nobody.
 */
export const BUNDLE_LANE = 'bundles';

const isHeldByEarlier = sql`CASE WHEN ${jobs.lane} = ${sql.raw(`'${BUNDLE_LANE}'`)} THEN EXISTS (
  SELECT 1 FROM jobs AS earlier
  WHERE earlier.subject_kind = 'bundle' AND earlier.subject_id < ${jobs.subjectId} AND earlier.state = 'queued'
) ELSE 0 END`;

const due = statement((db) =>
  db
    .select()
    .from(jobs)
    .where(
      and(
        isQueued,
        lte(jobs.runAfter, sql.placeholder('now')),
        sql`${jobs.lane} NOT IN (SELECT value FROM json_each(${sql.placeholder('full')}))`,
        sql`NOT ${isHeldByEarlier}`,
      ),
    )
    .orderBy(asc(jobs.runAfter), asc(jobs.id))
    .limit(1)
    .prepare(),
);

/** The job whose turn it is, in a lane that has room. */
export function nextDueJob(db: Db, now: Instant, fullLanes: readonly string[]): Job | undefined {
  return due(db).get({ now, full: JSON.stringify(fullLanes) });
}

const byId = statement((db) =>
  db
    .select()
    .from(jobs)
    .where(eq(jobs.id, sql.placeholder('id')))
    .prepare(),
);

export function findJob(db: Db, id: number): Job | undefined {
  return byId(db).get({ id });
}

export function startJob(db: Db, id: number, now: Instant): void {
  db.update(jobs)
    .set({ state: 'running', startedAt: now, attempts: sql`${jobs.attempts} + 1` })
    .where(eq(jobs.id, id))
    .run();
}

/** About to be given away: from here on a crash leaves something that may have come out. */
export function markHanded(db: Db, id: number, now: Instant): void {
  db.update(jobs).set({ handedAt: now }).where(eq(jobs.id, id)).run();
}

/** The spooler has it, under this number. */
export function noteHandle(db: Db, id: number, handle: string): void {
  db.update(jobs).set({ handle }).where(eq(jobs.id, id)).run();
}

export function finishJob(db: Db, id: number, proof: string | null, now: Instant): void {
  db.update(jobs).set({ state: 'done', finishedAt: now, lastError: null, proof }).where(eq(jobs.id, id)).run();
}

export interface Postponement {
  reason: string;
  runAfter: Instant;
  /** Waiting for a spooler is no try that failed. */
  countsAsTry: boolean;
}

/** Nothing of it is at the printer, or ever came out of it. */
const NOT_HANDED = { handedAt: null, handle: null };

/** Puts a running job back for later. One that the spooler has keeps its number there; a try that failed begins anew. */
export function postponeJob(db: Db, id: number, { reason, runAfter, countsAsTry }: Postponement): void {
  db.update(jobs)
    .set({
      state: 'queued',
      runAfter,
      lastError: reason,
      ...(countsAsTry ? NOT_HANDED : { attempts: sql`${jobs.attempts} - 1` }),
    })
    .where(eq(jobs.id, id))
    .run();
}

/** Gives a job up: `failed` when nothing came out, `uncertain` when somebody has to look. */
export function giveUpJob(db: Db, id: number, state: 'failed' | 'uncertain', reason: string, now: Instant): void {
  db.update(jobs)
    .set({ state, finishedAt: now, lastError: reason, ...(state === 'failed' ? NOT_HANDED : {}) })
    .where(eq(jobs.id, id))
    .run();
}

/** As if it had just been asked for, whatever became of it before. */
export function requeueJob(db: Db, id: number, now: Instant): void {
  db.update(jobs)
    .set({
      state: 'queued',
      attempts: 0,
      runAfter: now,
      finishedAt: null,
      lastError: null,
      ...NOT_HANDED,
    })
    .where(eq(jobs.id, id))
    .run();
}

/** What was handed to a printer keeps that mark: it may come out until it is taken back. */
export function cancelJob(db: Db, id: number, now: Instant): void {
  db.update(jobs).set({ state: 'cancelled', finishedAt: now }).where(eq(jobs.id, id)).run();
}

/** A cancelled job was taken out of its spooler before anything came out. */
export function noteTakenBack(db: Db, id: number): void {
  db.update(jobs).set(NOT_HANDED).where(eq(jobs.id, id)).run();
}

/** A cancelled job that could not be taken back, and why. */
export function noteLeftBehind(db: Db, id: number, reason: string): void {
  db.update(jobs).set({ lastError: reason }).where(eq(jobs.id, id)).run();
}

const isLeftInLane = (lane: string) => and(isQueued, eq(jobs.lane, lane), isNull(jobs.handle));

/** What waits in a lane waits for the same as the job that was tried. */
export function noteLaneRests(db: Db, lane: string, reason: string): void {
  db.update(jobs)
    .set({ lastError: reason })
    .where(and(isLeftInLane(lane), isNull(jobs.lastError)))
    .run();
}

/** The far end of a lane answers again: what waits for it is due now, in the order it was asked for. */
export function letLaneGo(db: Db, lane: string, now: Instant): void {
  db.update(jobs)
    .set({ lastError: null, runAfter: sql`min(${jobs.createdAt}, ${now})` })
    .where(and(isLeftInLane(lane), isNotNull(jobs.lastError)))
    .run();
}

/** What waits in a lane for its next try is due now: its cause may have been mended. */
export function hurryLane(db: Db, lane: string, now: Instant): void {
  db.update(jobs)
    .set({ runAfter: now })
    .where(and(isQueued, eq(jobs.lane, lane)))
    .run();
}

/**
 * Jobs due later than any pause lasts are due now: they were put off by a clock that was wrong and has been set right.
 */
export function bringBackFrom(db: Db, latest: Instant, now: Instant): void {
  db.update(jobs)
    .set({ runAfter: now })
    .where(and(isQueued, gt(jobs.runAfter, latest)))
    .run();
}

/**
 * Jobs a crash left running. Drawing and mailing run again: the file is the same, and a mail keeps its Message-ID. A
 * print that the spooler knows is followed; one that may have come out is asked about (domain.md, "Delivery").
 */
export function recoverInterrupted(db: Db, now: Instant, askedAbout: string): void {
  const isRunning = isOf('running');
  const mayRun = or(
    inArray(jobs.kind, ['RENDER', 'MAIL', 'EXPORT', 'BACKUP']),
    isNull(jobs.handedAt),
    isNotNull(jobs.handle),
  );
  db.update(jobs).set({ state: 'queued' }).where(and(isRunning, mayRun)).run();
  db.update(jobs).set({ state: 'uncertain', finishedAt: now, lastError: askedAbout }).where(isRunning).run();
}

export function countJobs(db: Db, state: 'queued' | 'running' | 'failed' | 'uncertain'): number {
  return db.select({ count: count() }).from(jobs).where(isOf(state)).get()?.count ?? 0;
}
