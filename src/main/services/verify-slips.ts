import { and, asc, count, eq, inArray, max, notInArray, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { audit, distributionItems, distributions } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Broken } from './verify-anchor.ts';

/** Each leaves the whole slip in the audit, as it then is. */
const ACTIONS = ['distributions.create', 'distributions.update', 'distributions.confirm', 'distributions.cancel'];

const auditRow = statement((db) =>
  db
    .select({ after: audit.after, commitSeq: audit.commitSeq })
    .from(audit)
    .where(eq(audit.seq, sql.placeholder('seq')))
    .prepare(),
);

const slip = statement((db) =>
  db
    .select()
    .from(distributions)
    .where(eq(distributions.id, sql.placeholder('id')))
    .prepare(),
);

const itemsOf = statement((db) =>
  db
    .select({
      equipmentId: distributionItems.equipmentId,
      direction: distributionItems.direction,
      condition: distributionItems.condition,
      quantity: distributionItems.quantity,
    })
    .from(distributionItems)
    .where(eq(distributionItems.distributionId, sql.placeholder('id')))
    .orderBy(asc(distributionItems.lineNo))
    .prepare(),
);

/**
 * Slips are changed until they are confirmed or cancelled, so no commit can answer for them for good: each must be what
 * the last of its audit rows says. The audit's chain must have been found whole.
 */
export function checkSlips(db: Db): Broken | null {
  const last = db
    .select({ id: audit.entityId, seq: max(audit.seq) })
    .from(audit)
    .where(and(eq(audit.entityType, 'distribution'), inArray(audit.action, ACTIONS)))
    .groupBy(audit.entityId)
    .all();
  for (const { id, seq } of last) {
    const told = auditRow(db).get({ seq });
    const row = slip(db).get({ id });
    if (row === undefined) return { id: seq ?? 1, reason: `Distribution slip ${id} is missing.` };
    const { commitSeq, ...fields } = row;
    const kept = { ...fields, items: itemsOf(db).all({ id }) };
    const isSame = told?.after != null && canonicalJson(JSON.parse(told.after)) === canonicalJson(kept);
    if (isSame && told.commitSeq === commitSeq) continue;
    return { id: seq ?? 1, reason: `Distribution slip ${row.number} is not what this row says: it was changed.` };
  }
  const slips = db.select({ count: count() }).from(distributions).get()?.count;
  const strays = db
    .select({ id: distributionItems.distributionId })
    .from(distributionItems)
    .where(notInArray(distributionItems.distributionId, db.select({ id: distributions.id }).from(distributions)))
    .get();
  if (slips === last.length && strays === undefined) return null;
  return { id: last.at(-1)?.seq ?? 1, reason: 'A distribution slip, or an item of one, was put in by hand.' };
}
