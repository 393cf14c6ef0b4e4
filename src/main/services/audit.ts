import { eq } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { audit } from '../db/schema/index.ts';
import type { ReadContext } from './context.ts';
import { datedBetween } from './dated.ts';
import { pageOf } from './keyset.ts';
import { equals } from './list-filter.ts';
import { found } from './not-found.ts';
import { auditMatching } from './audit-search.ts';

export { verifyAudit } from './audit-verify.ts';

type AuditRow = Output<'audit.get'>;
type Row = typeof audit.$inferSelect;

export function getAuditRow({ db }: ReadContext, { id }: Input<'audit.get'>): AuditRow {
  return toAuditRow(found(db.select().from(audit).where(eq(audit.seq, id)).get(), 'audit row', id));
}

export function listAudit({ db }: ReadContext, input: Input<'audit.list'>): Output<'audit.list'> {
  const page = pageOf(
    db,
    input,
    { id: audit.seq, descending: input.sort === '-id' },
    [
      input.search ? auditMatching(db, input.search) : undefined,
      equals(audit.entityId, input.entityId),
      equals(audit.action, input.action),
      equals(audit.userId, input.userId),
      datedBetween(db, { id: audit.seq, date: audit.businessDate }, input.from, input.to),
      equals(audit.entityType, input.entityType),
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

function toAuditRow({ seq, businessDate: _businessDate, commitSeq: _commitSeq, ...row }: Row): AuditRow {
  return { ...row, id: seq, before: parsed(row.before), after: parsed(row.after) };
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
