import { asc, gt } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '../db/db.ts';
import { commits } from '../db/schema/index.ts';
import type { Anchor, AnchorLine } from './ports.ts';

const documents = z.array(
  z.object({ number: z.string(), customer: z.string().nullable(), total: z.string().nullable() }),
);

/**
 * Brings the anchor file up to the books: a crash between a commit and its line leaves the last ones out.
 * Lines the books do not have are left for `audit.verify` to report: they are evidence.
 *
 * @returns how many lines were missing.
 */
export function repairAnchor(db: Db, anchor: Anchor): number {
  const last = anchor.last()?.seq ?? 0;
  const missing = db.select().from(commits).where(gt(commits.seq, last)).orderBy(asc(commits.seq)).all();
  for (const { seq, auditSeq, head, documents: text } of missing) {
    const line: AnchorLine = { seq, auditSeq, head, documents: documents.parse(JSON.parse(text)) };
    anchor.append(line);
  }
  return missing.length;
}
