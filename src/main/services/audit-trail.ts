import { desc, sql } from 'drizzle-orm';
import type { BusinessDate, Instant } from '../../shared/dates.ts';
import { statement } from '../db/statement.ts';
import { audit, commits } from '../db/schema/index.ts';
import type { Db } from '../db/open.ts';
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

const insertAudit = statement((db) =>
  db
    .insert(audit)
    .values({
      seq: sql.placeholder('seq'),
      instant: sql.placeholder('instant'),
      businessDate: sql.placeholder('businessDate'),
      userId: sql.placeholder('userId'),
      username: sql.placeholder('username'),
      approverId: sql.placeholder('approverId'),
      approverName: sql.placeholder('approverName'),
      action: sql.placeholder('action'),
      entityType: sql.placeholder('entityType'),
      entityId: sql.placeholder('entityId'),
      entityNumber: sql.placeholder('entityNumber'),
      before: sql.placeholder('before'),
      after: sql.placeholder('after'),
      reason: sql.placeholder('reason'),
      commitSeq: sql.placeholder('commitSeq'),
      hash: sql.placeholder('hash'),
    })
    .prepare(),
);

const insertCommit = statement((db) =>
  db
    .insert(commits)
    .values({
      seq: sql.placeholder('seq'),
      instant: sql.placeholder('instant'),
      businessDate: sql.placeholder('businessDate'),
      userId: sql.placeholder('userId'),
      verb: sql.placeholder('verb'),
      auditSeq: sql.placeholder('auditSeq'),
      head: sql.placeholder('head'),
      documents: sql.placeholder('documents'),
    })
    .prepare(),
);

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

export interface CommitFacts {
  instant: Instant;
  businessDate: BusinessDate;
  verb: string;
  actor: Actor | null;
  approver: Approver | null;
  notes: AuditNote[];
  documents: IssuedDocument[];
}

/** Chains the unit's audit rows and closes its commit. Last thing in the transaction. */
export function writeTrail(db: Db, before: TrailHead, facts: CommitFacts): AnchorLine {
  const seq = before.seq + 1;
  let auditSeq = before.auditSeq;
  let head = before.head;
  for (const note of facts.notes) {
    auditSeq += 1;
    const entry = entryOf(note, facts, auditSeq, seq);
    head = chainHash(head, entry);
    insertAudit(db).run({ ...entry, hash: head });
  }
  insertCommit(db).run({
    seq,
    instant: facts.instant,
    businessDate: facts.businessDate,
    userId: facts.actor?.id ?? null,
    verb: facts.verb,
    auditSeq,
    head,
    documents: JSON.stringify(facts.documents),
  });
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
