import { asc, eq, gt, gte, lte } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import type { Db } from '../db/db.ts';
import { audit } from '../db/schema/index.ts';
import { CHAIN_START, chainHash } from '../domain/audit-chain.ts';
import { trailHead } from './audit-trail.ts';
import type { ReadContext } from './context.ts';
import { pageOf } from './keyset.ts';
import { found } from './not-found.ts';
import type { Anchor } from './ports.ts';
import { containing } from './search.ts';

type AuditRow = Output<'audit.get'>;
type Row = typeof audit.$inferSelect;
type Broken = { id: number; reason: string };

export function getAuditRow({ db }: ReadContext, { id }: Input<'audit.get'>): AuditRow {
  return toAuditRow(found(db.select().from(audit).where(eq(audit.seq, id)).get(), 'audit row', id));
}

export function listAudit({ db }: ReadContext, input: Input<'audit.list'>): Output<'audit.list'> {
  const page = pageOf(
    db,
    input,
    { id: audit.seq, descending: input.sort === '-id' },
    [
      containing(input.search, audit.entityNumber, audit.username, audit.action, audit.reason),
      input.action === undefined ? undefined : eq(audit.action, input.action),
      input.entityType === undefined ? undefined : eq(audit.entityType, input.entityType),
      input.entityId ? eq(audit.entityId, input.entityId) : undefined,
      input.userId ? eq(audit.userId, input.userId) : undefined,
      input.from && gte(audit.businessDate, input.from),
      input.to && lte(audit.businessDate, input.to),
    ],
    {
      table: audit,
      rows: (where, orderBy, limit) =>
        db
          .select()
          .from(audit)
          .where(where)
          .orderBy(...orderBy)
          .limit(limit)
          .all(),
      cursorOf: (row) => [null, row.seq],
    },
  );
  return { ...page, items: page.items.map(toAuditRow) };
}

const BATCH = 2000;

/** Walks the whole chain and compares its commits with the anchor file (domain.md, "Audit"). */
export function verifyAudit({ db }: ReadContext, anchor: Anchor): Output<'audit.verify'> {
  const heads = new Map<number, string>();
  const walked = walkChain(db, heads);
  const firstBroken = walked.broken ?? compareWithAnchor(db, heads, anchor);
  return {
    ok: firstBroken === null,
    rows: walked.rows,
    head: walked.head,
    ...(firstBroken === null ? {} : { firstBroken }),
  };
}

function walkChain(db: Db, heads: Map<number, string>): { rows: number; head: string; broken: Broken | null } {
  let head = CHAIN_START;
  let rows = 0;
  for (;;) {
    const batch = db.select().from(audit).where(gt(audit.seq, rows)).orderBy(asc(audit.seq)).limit(BATCH).all();
    for (const row of batch) {
      if (row.seq !== rows + 1) return { rows, head, broken: { id: rows + 1, reason: 'The row is missing.' } };
      const expected = chainHash(head, row);
      if (row.hash !== expected) {
        return { rows, head, broken: { id: row.seq, reason: 'The row was changed: its hash does not fit.' } };
      }
      head = row.hash;
      heads.set(row.seq, head);
      rows = row.seq;
    }
    if (batch.length < BATCH) break;
  }
  const last = trailHead(db);
  if (last.auditSeq !== rows || last.head !== head) {
    return { rows, head, broken: { id: Math.min(last.auditSeq, rows) + 1, reason: 'Rows are missing at the end.' } };
  }
  return { rows, head, broken: null };
}

function compareWithAnchor(db: Db, heads: ReadonlyMap<number, string>, anchor: Anchor): Broken | null {
  let seq = 0;
  for (const line of anchor.lines()) {
    seq += 1;
    if (line === null || line.seq !== seq) {
      return { id: 0, reason: `Line ${seq} of the anchor file is missing or cannot be read.` };
    }
    const head = heads.get(line.auditSeq);
    if (head === undefined) {
      return { id: line.auditSeq, reason: 'The anchor file knows this row; the database has lost it.' };
    }
    if (head !== line.head) {
      return { id: line.auditSeq, reason: 'The row is not the one the anchor file knows: the chain was rebuilt.' };
    }
  }
  const last = trailHead(db);
  if (seq >= last.seq) return null;
  return { id: last.auditSeq, reason: `The anchor file ends at commit ${seq}, the books at ${last.seq}.` };
}

function toAuditRow({ seq, businessDate: _businessDate, commitSeq: _commitSeq, ...row }: Row): AuditRow {
  return { ...row, id: seq, before: parsed(row.before), after: parsed(row.after) };
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
