import { desc, eq, sql } from 'drizzle-orm';
import { type BusinessDate, businessDateOf, type Instant } from '../../shared/dates.ts';
import { inserting } from '../db/inserting.ts';
import { statement } from '../db/statement.ts';
import { audit, commits } from '../db/schema/index.ts';
import type { Db } from '../db/db.ts';
import type { StoredRow, WrittenRows } from '../db/written-rows.ts';
import { type AuditEntry, CHAIN_START, chainHash } from '../domain/audit-chain.ts';
import type { Actor } from '../domain/rights.ts';
import type { Approver, AuditNote } from './context.ts';
import type { AnchorLine, IssuedDocument } from './ports.ts';

const lastCommit = statement((db) =>
  db
    .select({ seq: commits.seq, auditSeq: commits.auditSeq, head: commits.head, businessDate: commits.businessDate })
    .from(commits)
    .orderBy(desc(commits.seq))
    .limit(1)
    .prepare(),
);

const insertAudit = inserting(audit);
const insertCommit = inserting(commits);

export interface TrailHead {
  seq: number;
  auditSeq: number;
  head: string;
  businessDate: BusinessDate | null;
}

/** Where the trail stands before the next commit. */
export function trailHead(db: Db): TrailHead {
  return lastCommit(db).get() ?? { seq: 0, auditSeq: 0, head: CHAIN_START, businessDate: null };
}

/** The depot's day. A clock set back must not open a day that is over: it is never before the last commit's. */
export function todayFor(db: Db, now: Date, head: TrailHead = trailHead(db)): BusinessDate {
  const clockDay = businessDateOf(now);
  return head.businessDate !== null && head.businessDate > clockDay ? head.businessDate : clockDay;
}

export interface CommitFacts {
  instant: Instant;
  businessDate: BusinessDate;
  verb: string;
  actor: Actor | null;
  approver: Approver | null;
  notes: AuditNote[];
  documents: IssuedDocument[];
  written: WrittenRows;
}

/** What a commit says of itself, as it is hashed beside the rows it wrote. */
export function commitRow(commit: Omit<typeof commits.$inferSelect, 'auditSeq' | 'head' | 'written'>): StoredRow {
  const { seq, instant, businessDate, userId, verb, documents } = commit;
  return [seq, instant, businessDate, userId, verb, documents];
}

const OPEN = { auditSeq: 0, head: '', documents: '[]', written: '{}' } as const;

/**
 * Writes the commit's row before the rows that point to it. A parent that comes after its children would make SQLite
 * look through every ledger for them, from end to end.
 */
export function openCommit(db: Db, commit: Pick<typeof commits.$inferSelect, 'seq' | OpenedFields>): void {
  insertCommit(db, { ...commit, ...OPEN });
}

type OpenedFields = 'instant' | 'businessDate' | 'userId' | 'verb';

const sealCommit = statement((db) =>
  db
    .update(commits)
    .set({
      auditSeq: sql`${sql.placeholder('auditSeq')}`,
      head: sql`${sql.placeholder('head')}`,
      documents: sql`${sql.placeholder('documents')}`,
      written: sql`${sql.placeholder('written')}`,
    })
    .where(eq(commits.seq, sql.placeholder('seq')))
    .prepare(),
);

/** Chains the unit's audit rows and seals its commit, which is open. Last thing in the transaction. */
export function writeTrail(db: Db, before: TrailHead, facts: CommitFacts): AnchorLine {
  const seq = before.seq + 1;
  let auditSeq = before.auditSeq;
  let head = before.head;
  const { instant, businessDate, verb } = facts;
  const userId = facts.actor?.id ?? null;
  const commit = { seq, instant, businessDate, userId, verb, documents: JSON.stringify(facts.documents) };
  facts.written.add('commits', commitRow(commit));
  const written = facts.written.digests();
  for (const note of facts.notes) {
    auditSeq += 1;
    const entry = entryOf(note, facts, auditSeq, seq);
    head = chainHash(head, entry, written);
    insertAudit(db, { ...entry, hash: head });
  }
  sealCommit(db).run({ seq, auditSeq, head, documents: commit.documents, written });
  return { seq, auditSeq, head, documents: facts.documents };
}

function entryOf(note: AuditNote, facts: CommitFacts, seq: number, commitSeq: number): AuditEntry {
  return {
    seq,
    instant: facts.instant,
    businessDate: facts.businessDate,
    userId: facts.actor?.id ?? null,
    username: facts.actor?.username ?? null,
    approverId: facts.approver?.id ?? null,
    approverName: facts.approver?.username ?? null,
    action: note.action,
    entityType: note.entityType,
    entityId: note.entityId ?? null,
    entityNumber: note.entityNumber ?? null,
    before: asJson(note.before),
    after: asJson(note.after),
    reason: note.reason ?? facts.approver?.reason ?? null,
    commitSeq,
  };
}

function asJson(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
