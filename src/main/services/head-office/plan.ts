import { and, asc, count, desc, eq, gt, isNotNull, notInArray, sql } from 'drizzle-orm';
import type { Output } from '../../../shared/contract/index.ts';
import { formatInstant, type Instant, instantOf } from '../../../shared/dates.ts';
import type { Db } from '../../db/db.ts';
import { commits, exports as exported, jobs } from '../../db/schema/index.ts';
import { nextPlanned } from '../../domain/export-schedule.ts';
import type { ReadContext } from '../context.ts';
import { isOf } from '../jobs.ts';
import { findSettings } from '../settings-store.ts';

/** Makes bundles by itself, and can tell what came of it. */
export interface ExportRounds {
  /** Why the last one that was due could not be made; `null` when nothing is wrong. */
  trouble(): string | null;
}

/** The commit with which the schedule keeps a bundle. */
export const SCHEDULE_VERB = 'schedule.exports';

const OWN_VERBS = [SCHEDULE_VERB, 'exports.run', 'exports.sendAgain', 'exports.setSecrets', 'outbox.export'];

/** When the last bundle was made, and up to which commit its rows hold. */
export interface LastBundle {
  createdAt: Instant;
  holdsTo: number;
}

export function lastBundleOf(db: Db): LastBundle | null {
  const last = db.select().from(exported).orderBy(desc(exported.sequence)).limit(1).get();
  return last === undefined ? null : { createdAt: last.createdAt, holdsTo: last.holdsTo ?? last.toCommit };
}

/**
 * When the first thing was committed that head office does not have; `null` when there is none. Bundles themselves do
 * not count: each leaves a commit behind.
 */
export function newsSince(db: Db, last: LastBundle | null): Instant | null {
  const news = db
    .select({ instant: commits.instant })
    .from(commits)
    .where(and(gt(commits.seq, last?.holdsTo ?? 0), notInArray(commits.verb, OWN_VERBS)))
    .orderBy(asc(commits.seq))
    .limit(1)
    .get();
  return news?.instant ?? null;
}

export function exportPlan({ db, now }: ReadContext, rounds: ExportRounds): Output<'exports.plan'> {
  const last = lastBundleOf(db);
  const next = nextPlanned(findSettings(db)?.export.schedule ?? { every: 'never' }, now);
  return {
    nextRun: next === null ? null : instantOf(next),
    lastRun: last?.createdAt ?? null,
    hasNews: newsSince(db, last) !== null,
    waiting: countOf(db, 'queued') + countOf(db, 'running'),
    failed: countOf(db, 'failed'),
    troubles: exportTroubles(db, rounds),
  };
}

function countOf(db: Db, state: 'queued' | 'running' | 'failed'): number {
  const ofBundles = and(isOf(state), eq(jobs.subjectKind, 'bundle'));
  return db.select({ count: count() }).from(jobs).where(ofBundles).get()?.count ?? 0;
}

/** What keeps bundles from being made or from getting to head office, each a sentence with what to do. */
export function exportTroubles(db: Db, rounds: ExportRounds): string[] {
  const trouble = rounds.trouble();
  return [...(trouble === null ? [] : [trouble]), ...sendingTroubles(db)];
}

/** The first one that waits stands for all behind it. */
function sendingTroubles(db: Db): string[] {
  const ofBundles = and(eq(jobs.subjectKind, 'bundle'), isNotNull(jobs.lastError));
  const failed = db
    .select()
    .from(jobs)
    .where(and(isOf('failed'), ofBundles))
    .orderBy(asc(jobs.subjectId))
    .all();
  const waiting = db
    .select()
    .from(jobs)
    .where(and(isOf('queued'), ofBundles, sql`${jobs.attempts} > 0`))
    .orderBy(asc(jobs.subjectId))
    .limit(1)
    .get();
  return [
    ...failed.map(({ subjectNumber, lastError }) => `${subjectNumber} did not get to head office: ${lastError}`),
    ...(waiting === undefined
      ? []
      : [
          `${waiting.subjectNumber} waits since ${formatInstant(waiting.createdAt)} to get to head office: ${waiting.lastError}`,
        ]),
  ];
}
