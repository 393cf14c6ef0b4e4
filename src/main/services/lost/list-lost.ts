import { asc, count, eq } from 'drizzle-orm';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Db } from '../../db/db.ts';
import { lostDocuments } from '../../db/schema/index.ts';
import type { ReadContext } from '../context.ts';

type Group = Output<'lostDocuments.list'>['items'][number];

/** More than anybody enters again by hand. */
const MOST = 2000;

/** Documents lost with a disk, those that were issued together as one. */
export function listLostDocuments(
  { db }: ReadContext,
  { all }: Input<'lostDocuments.list'>,
): Output<'lostDocuments.list'> {
  const rows = db
    .select()
    .from(lostDocuments)
    .where(all === true ? undefined : eq(lostDocuments.state, 'lost'))
    .orderBy(asc(lostDocuments.id))
    .limit(MOST)
    .all();
  return { items: groupsOf(rows) };
}

/** Documents as they were issued together. */
export function groupsOf(rows: readonly (typeof lostDocuments.$inferSelect)[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { id, number, belongsTo, customer, total, businessDate, restoredAt, state, reason } of rows) {
    const group = groups.get(belongsTo) ?? { id, businessDate, restoredAt, state, reason, documents: [] };
    group.documents.push({ number, customer, total });
    groups.set(belongsTo, group);
  }
  return [...groups.values()];
}

/** How many documents are still to be entered again. */
export function countLost(db: Db): number {
  const isLost = eq(lostDocuments.state, 'lost');
  return db.select({ count: count() }).from(lostDocuments).where(isLost).get()?.count ?? 0;
}
