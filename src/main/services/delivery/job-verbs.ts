import { and, count, eq, isNotNull, isNull, ne, not, type SQL, sql } from 'drizzle-orm';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { instantOf } from '../../../shared/dates.ts';
import { refuse } from '../../../shared/errors.ts';
import type { Db } from '../../db/db.ts';
import { jobs } from '../../db/schema/index.ts';
import { actorOf, type ReadContext, type Unit } from '../context.ts';
import { pageOf } from '../keyset.ts';
import type { Filter } from '../list-filter.ts';
import { found } from '../not-found.ts';
import { refuseOutside, scopeOf, within } from '../read-scope.ts';
import { cancelJob, findJob, finishJob, isOf, isQueued, type Job, requeueJob } from '../jobs.ts';
import { ofDocument, ofSubject } from './job-search.ts';
import { notePrinted } from './outcomes.ts';
import { isReprint } from './paper-for.ts';

type ShownJob = Output<'jobs.list'>['items'][number];

export function listJobs(context: ReadContext, input: Input<'jobs.list'>): Output<'jobs.list'> {
  const { db } = context;
  const scope = scopeOf(context);
  const page = pageOf(
    db,
    input,
    { id: jobs.id, descending: input.sort === '-id' },
    [
      input.search ? ofDocument(db, input.search) : undefined,
      input.invoiceId === undefined ? undefined : ofSubject('invoice', input.invoiceId),
      input.batch === undefined ? undefined : ofThatBatch(input.batch),
      ofEither(NEEDS_SOMEBODY, input.needsSomebody),
      ofEither(UNDER_WAY, input.underWay),
      ofState(input.state),
      within(scope, jobs.depotId, jobs.driverId),
    ],
    {
      table: jobs,
      rows: (where, orderBy, limit) =>
        db
          .select()
          .from(jobs)
          .where(where)
          .orderBy(...orderBy)
          .limit(limit)
          .all(),
      cursorOf: (row) => [null, row.id],
    },
  );
  return { ...page, items: page.items.map(shown) };
}

/** Nearly all jobs are done: they are met along the list. */
function ofState(state: Job['state'] | undefined): Filter | SQL | undefined {
  if (state === undefined) return undefined;
  return state === 'done' ? eq(jobs.state, state) : { seeks: [{ where: isOf(state) }], check: isOf(state) };
}

/** A test that failed has told whoever asked for it: nobody else has to do anything about it. */
const isNoTest = ne(jobs.subjectKind, 'test');
const NEEDS_SOMEBODY = [sql`${isOf('failed')} AND ${isNoTest}`, sql`${isOf('uncertain')} AND ${isNoTest}`] as const;
const UNDER_WAY = [isOf('queued'), isOf('running')] as const;

/** Few are of either, so that both are sought by the index of their state; those of neither are met along the list. */
function ofEither([one, other]: readonly [SQL, SQL], isWanted: boolean | undefined): Filter | SQL | undefined {
  if (isWanted === undefined) return undefined;
  const check = sql`(${one} OR ${other})`;
  return isWanted ? { seeks: [{ where: one }, { where: other }], check } : not(check);
}

/** By the index of batches, which holds only jobs that have one. */
function ofThatBatch(batch: string): Filter {
  const where = sql`(${jobs.batch} IS NOT NULL AND ${jobs.batch} = ${batch})`;
  return { seeks: [{ where }], check: where };
}

/** After a failed try, and nothing of it is out: the cause may be mended long before its next turn. */
const WAITS_TO_BE_TRIED = and(isQueued, isNotNull(jobs.lastError), isNull(jobs.handle));

/** @throws Refusal NOT_FOUND, FORBIDDEN; INVALID_STATE when it neither failed, was cancelled nor waits to be tried again */
export function retryJob(unit: Unit, { id }: Input<'jobs.retry'>): ShownJob {
  const job = visibleJob(unit, id);
  const waits = job.state === 'queued' && job.lastError !== null && job.handle === null;
  if (job.state !== 'failed' && job.state !== 'cancelled' && !waits) refuseState(job, 'cannot be tried again');
  if (job.state === 'cancelled' && job.handedAt !== null)
    refuseState(job, 'may have come out: print it anew, as a copy');
  requeueJob(unit.db, id, instantOf(unit.now));
  return noted(unit, 'jobs.retry', job);
}

/** Those the caller may see; nobody waits for an old test page. */
export function retryAll(unit: Unit): Output<'jobs.retryAll'> {
  const mine = within(scopeOf(unit), jobs.depotId, jobs.driverId)?.check;
  const kept = [isOf('failed'), WAITS_TO_BE_TRIED].flatMap((which) =>
    unit.db
      .select()
      .from(jobs)
      .where(and(which, isNoTest, mine))
      .all(),
  );
  for (const job of kept) {
    requeueJob(unit.db, job.id, instantOf(unit.now));
    noted(unit, 'jobs.retry', job);
  }
  return { retried: kept.length };
}

/** @throws Refusal NOT_FOUND, FORBIDDEN; INVALID_STATE while it runs, and when it has ended */
export function cancelOne(unit: Unit, { id }: Input<'jobs.cancel'>): ShownJob {
  const job = visibleJob(unit, id);
  if (job.state === 'running') refuseState(job, 'is at work this moment: try again in some seconds');
  if (job.state === 'done' || job.state === 'cancelled') refuseState(job, 'cannot be given up');
  cancelJob(unit.db, id, unit.instant);
  return noted(unit, 'jobs.cancel', job);
}

/** A job as it is now, for whoever has just given it up. */
export function cancelled({ db }: ReadContext, id: number): ShownJob {
  return shown(jobById(db, id));
}

/** @throws Refusal NOT_FOUND, FORBIDDEN; INVALID_STATE when nobody was asked */
export function resolveJob(unit: Unit, { id, printed }: Input<'jobs.resolve'>): ShownJob {
  const job = visibleJob(unit, id);
  if (job.state !== 'uncertain') refuseState(job, 'is not uncertain');
  if (printed) {
    const proof = `${actorOf(unit).fullName} has seen it.`;
    finishJob(unit.db, id, proof, unit.instant);
    notePrinted(unit, job, { isProven: true, proof, isCopy: isReprint(unit.db, job) });
  } else {
    requeueJob(unit.db, id, instantOf(unit.now));
  }
  return noted(unit, 'jobs.resolve', job, { printed });
}

/** @throws Refusal NOT_FOUND when none of it is the caller's to see */
export function batchProgress(context: ReadContext, { batch }: Input<'jobs.batch'>): Output<'jobs.batch'> {
  const rows = context.db
    .select({ state: jobs.state, count: count() })
    .from(jobs)
    .where(ofBatch(context, batch))
    .groupBy(jobs.state)
    .all();
  if (rows.length === 0) refuseBatch(batch);
  const none = { queued: 0, running: 0, done: 0, failed: 0, uncertain: 0, cancelled: 0 };
  const counted = Object.fromEntries(rows.map(({ state, count: number }) => [state, number]));
  return { ...none, ...counted, total: rows.reduce((sum, row) => sum + row.count, 0) };
}

/** @throws Refusal NOT_FOUND */
export function cancelBatch(unit: Unit, { batch }: Input<'jobs.cancelBatch'>): Output<'jobs.cancelBatch'> {
  const { db } = unit;
  const mine = ofBatch(unit, batch);
  if (db.select({ id: jobs.id }).from(jobs).where(mine).limit(1).get() === undefined) refuseBatch(batch);
  const queued = db.select().from(jobs).where(and(mine, isQueued)).all();
  for (const job of queued) {
    cancelJob(db, job.id, unit.instant);
    noted(unit, 'jobs.cancel', job);
  }
  return { cancelled: queued.length };
}

/** Jobs of a batch that were given up while a spooler had them. */
export function heldOfBatch(context: ReadContext, batch: string): number[] {
  const held = and(ofBatch(context, batch), isOf('cancelled'), isNotNull(jobs.handle));
  return context.db
    .select({ id: jobs.id })
    .from(jobs)
    .where(held)
    .all()
    .map(({ id }) => id);
}

function ofBatch(context: ReadContext, batch: string): SQL | undefined {
  return and(ofThatBatch(batch).check, within(scopeOf(context), jobs.depotId, jobs.driverId)?.check);
}

function refuseBatch(batch: string): never {
  return refuse('NOT_FOUND', 'There is no such batch.', { entity: 'batch', id: batch });
}

function visibleJob(context: ReadContext, id: number): Job {
  const job = found(findJob(context.db, id), 'job', id);
  refuseOutside(scopeOf(context), { depotId: job.depotId, drivers: [job.driverId, job.requestedBy] });
  return job;
}

function refuseState({ state, subjectNumber }: Job, words: string): never {
  return refuse('INVALID_STATE', `${subjectNumber ?? 'The job'} is ${state} and ${words}.`, { status: state });
}

function noted(unit: Unit, action: string, before: Job, more: Record<string, unknown> = {}): ShownJob {
  const { id, state, kind, subjectNumber, target } = before;
  const after = jobById(unit.db, id);
  unit.audit({
    action,
    entityType: 'job',
    entityId: id,
    entityNumber: subjectNumber,
    before: { state },
    after: { state: after.state, kind, target, ...more },
  });
  return shown(after);
}

function jobById(db: Db, id: number): Job {
  return found(findJob(db, id), 'job', id);
}

function shown(job: Job): ShownJob {
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    subject: job.subjectKind as ShownJob['subject'],
    subjectId: job.subjectId === 0 ? null : job.subjectId,
    number: job.subjectNumber,
    target: job.target,
    attempts: job.attempts,
    reason: job.lastError,
    proof: job.proof,
    batch: job.batch,
    createdAt: job.createdAt,
    runAfter: job.runAfter,
    finishedAt: job.finishedAt,
  };
}
