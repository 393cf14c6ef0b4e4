import { eq, sql } from 'drizzle-orm';
import type { Output } from '../../shared/contract/index.ts';
import type { Instant } from '../../shared/dates.ts';
import type { Db } from '../db/db.ts';
import { commits } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import { trailHead } from './audit-trail.ts';
import { verifyAudit } from './audit.ts';
import type { ReadContext } from './context.ts';
import { accountDifferences, accountSentence, invoiceDifferences, invoiceSentence } from './kept-balances.ts';
import type { Anchor } from './ports.ts';
import { checkStock } from './stock.ts';

export interface IntegrityReport {
  state: 'checking' | 'ok' | 'broken';
  /** What does not fit, each in a sentence. */
  problems: string[];
  checkedAt: Instant | null;
}

/** The check that runs in the background from the start on. */
export interface IntegrityCheck {
  report(): IntegrityReport;
  /** Runs it again soon, because the books were mended. */
  again(): void;
}

/** What reads all of large books: in a thread of its own, so that the counter does not wait. */
export interface ThoroughReads {
  verifyAudit(): Promise<Output<'audit.verify'>>;
  checkStock(): Promise<Output<'stock.check'>>;
}

/** Up to here reading everything takes no longer than starting a thread does. */
const COMMITS_AT_ONCE = 1000;

/** Whether the books are so large that reading all of them would be felt at the counter. */
export function areLarge(db: Db): boolean {
  return trailHead(db).seq > COMMITS_AT_ONCE;
}

/** Beyond these nobody reads on; the verbs tell them all. */
const MOST_PROBLEMS = 50;
const MOST_DOCUMENTS = 200;

/**
 * Proves that the books hold together: stock, the audit with its anchor, and the balances kept beside the ledger
 * (domain.md, "Stock", "Audit", "Money owed"). Reads everything: for a thread of its own, in one read transaction.
 *
 * @returns what does not fit, each in a sentence; nothing when all is well.
 */
export function checkBooks(context: ReadContext, anchor: Pick<Anchor, 'lines'>): string[] {
  const { db } = context;
  const { firstBroken } = verifyAudit(context, anchor);
  return [
    ...(firstBroken ? [`Audit row ${firstBroken.id}: ${firstBroken.reason}`, ...lostDocuments(db, anchor)] : []),
    ...checkStock(context).problems,
    ...accountDifferences(db).map(accountSentence),
    ...invoiceDifferences(db).map(invoiceSentence),
  ].slice(0, MOST_PROBLEMS);
}

const documentsOf = statement((db) =>
  db
    .select({ documents: commits.documents })
    .from(commits)
    .where(eq(commits.seq, sql.placeholder('seq')))
    .prepare(),
);

/**
 * Commits the anchor file knows and the books do not: an older copy of the database was put in place, or rows were
 * taken out. Names the documents that were issued in them, so that they can be keyed again under their own numbers.
 */
function lostDocuments(db: Db, anchor: Pick<Anchor, 'lines'>): string[] {
  const lost: string[] = [];
  for (const line of anchor.lines()) {
    if (line === null || line.documents.length === 0) continue;
    const kept = documentsOf(db).get({ seq: line.seq })?.documents ?? '[]';
    for (const { number, customer, total } of line.documents) {
      if (!kept.includes(JSON.stringify(number))) lost.push([number, customer, total].filter(Boolean).join(' '));
    }
  }
  if (lost.length === 0) return [];
  const more = lost.length > MOST_DOCUMENTS ? ` and ${lost.length - MOST_DOCUMENTS} more` : '';
  return [
    `The anchor file knows documents that the books have lost: ${lost.slice(0, MOST_DOCUMENTS).join('; ')}${more}.`,
  ];
}
