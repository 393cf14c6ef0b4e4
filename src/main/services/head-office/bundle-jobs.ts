import { and, desc, eq, inArray } from 'drizzle-orm';
import type { ExportDestination } from '../../../shared/contract/export-settings.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { instantOf } from '../../../shared/dates.ts';
import { refuse } from '../../../shared/errors.ts';
import type { Db } from '../../db/db.ts';
import { exports as exported, jobs } from '../../db/schema/index.ts';
import type { ReadContext, Unit } from '../context.ts';
import { BUNDLE_LANE, findJob, hurryLane, insertJob, type Job, requeueJob } from '../jobs.ts';
import { found } from '../not-found.ts';
import { settingsOf } from '../settings-store.ts';

type Delivery = Output<'exports.sendAgain'>;
type BundleRow = Pick<typeof exported.$inferSelect, 'id' | 'file'>;

/** Where bundles go, in words; `null` when they go nowhere. */
export function destinationWords(destination: ExportDestination): string | null {
  switch (destination.kind) {
    case 'none':
      return null;
    case 'folder':
      return destination.folder;
    case 'sftp':
      return `${destination.user}@${destination.host}:${destination.port} ${destination.folder}`;
    case 'mail':
      return destination.to;
    case 'https':
      return destination.address;
  }
}

/**
 * Queues a bundle's way to head office, in the transaction that keeps it or asks for it again.
 *
 * @returns the job's id; `null` when bundles go nowhere
 */
export function queueBundle(unit: Unit, { id, file }: BundleRow): number | null {
  const target = destinationWords(settingsOf(unit.db).export.destination);
  if (target === null) return null;
  return insertJob(unit.db, {
    kind: 'EXPORT',
    lane: BUNDLE_LANE,
    target,
    key: ['EXPORT', 'bundle', id, unit.seq].join(':'),
    payload: '{}',
    subjectKind: 'bundle',
    subjectId: id,
    subjectNumber: file,
    requestedBy: unit.actor?.id ?? null,
    runAfter: instantOf(unit.now),
    createdAt: unit.instant,
  });
}

/** How far each bundle is on its way, by the last job that was to bring it there. */
export function deliveriesOf(db: Db, bundleIds: readonly number[]): Map<number, Delivery> {
  const rows = db
    .select()
    .from(jobs)
    .where(and(eq(jobs.subjectKind, 'bundle'), inArray(jobs.subjectId, [...bundleIds])))
    .orderBy(jobs.id)
    .all();
  return new Map(rows.map((job) => [job.subjectId, shownDelivery(job)]));
}

function shownDelivery({ id, state, target, attempts, lastError, proof, runAfter, finishedAt }: Job): Delivery {
  return { jobId: id, state, target, attempts, reason: lastError, proof, runAfter, finishedAt };
}

/**
 * Sends a bundle again: one that waits or failed is tried at once, one that is there goes out once more.
 *
 * @throws Refusal NOT_FOUND; INVALID_STATE while it is being sent, and when bundles go nowhere
 */
export function sendAgain(unit: Unit, { id }: Input<'exports.sendAgain'>): Delivery {
  const { db } = unit;
  const bundle = found(db.select().from(exported).where(eq(exported.id, id)).get(), 'bundle', id);
  if (settingsOf(db).export.destination.kind === 'none') {
    refuse('INVALID_STATE', 'Bundles go nowhere: choose where to in Export & backup → Where to and when.', {
      status: 'NO_WAY',
    });
  }
  const last = lastJobOf(db, id);
  if (last?.state === 'running') refuse('INVALID_STATE', `${bundle.file} is being sent.`, { status: 'running' });
  unit.audit({ action: 'exports.sendAgain', entityType: 'export', entityId: id, entityNumber: bundle.file });
  if (last === undefined || last.state === 'done') return deliveryById(unit, queueBundle(unit, bundle) ?? 0);
  requeueJob(db, last.id, instantOf(unit.now));
  return deliveryById(unit, last.id);
}

/** How far a delivery is now. */
export function deliveryById({ db }: ReadContext, jobId: number): Delivery {
  return shownDelivery(found(findJob(db, jobId), 'job', jobId));
}

function lastJobOf(db: Db, bundleId: number): Job | undefined {
  return db
    .select()
    .from(jobs)
    .where(and(eq(jobs.subjectKind, 'bundle'), eq(jobs.subjectId, bundleId)))
    .orderBy(desc(jobs.id))
    .limit(1)
    .get();
}

/** Where they go, or what lets us in there, was changed: what waits for its next try is tried now. */
export function bundlesAreDueNow({ db, now }: Unit): void {
  hurryLane(db, BUNDLE_LANE, instantOf(now));
}

/** Notes that head office has a bundle. */
export function noteDelivered(unit: Unit, { subjectId, subjectNumber, target }: Job, proof: string): void {
  unit.audit({
    action: 'bundle.delivered',
    entityType: 'export',
    entityId: subjectId,
    entityNumber: subjectNumber,
    after: { to: target, proof },
  });
}
