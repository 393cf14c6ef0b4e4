import { asc, gt } from 'drizzle-orm';
import { z } from 'zod';
import type { BusinessDate } from '../../shared/dates.ts';
import type { Db } from '../db/db.ts';
import { commits } from '../db/schema/index.ts';
import type { Anchor, AnchorLine } from './ports.ts';

/** What a commit says it issued. */
export const issuedDocuments = z.array(
  z.object({
    number: z.string(),
    customer: z.string().nullable(),
    total: z.string().nullable(),
    date: z.custom<BusinessDate>((value) => typeof value === 'string').optional(),
    of: z.string().optional(),
  }),
);

const BATCH = 2000;

/** The lines that belong to the commits after one, as they were or should have been written. */
export function* linesAfter(db: Db, seq: number): Generator<AnchorLine> {
  for (let last = seq, size = BATCH; size === BATCH;) {
    const batch = db.select().from(commits).where(gt(commits.seq, last)).orderBy(asc(commits.seq)).limit(BATCH).all();
    for (const { seq: place, auditSeq, head, documents: text } of batch) {
      yield { seq: place, auditSeq, head, documents: issuedDocuments.parse(JSON.parse(text)) };
    }
    size = batch.length;
    last = batch.at(-1)?.seq ?? last;
  }
}

/**
 * Brings the anchor file up to the books: a crash between a commit and its line leaves the last ones out.
 * Lines the books do not have are left for `audit.verify` to report: they are evidence.
 *
 * @returns how many lines were missing.
 */
export function repairAnchor(db: Db, anchor: Anchor): number {
  let missing = 0;
  for (const line of linesAfter(db, anchor.last()?.seq ?? 0)) {
    anchor.append(line);
    missing += 1;
  }
  return missing;
}
