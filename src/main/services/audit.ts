import { eq, gte, lte } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { audit } from '../db/schema/index.ts';
import type { ReadContext } from './context.ts';
import { pageOf } from './keyset.ts';
import { found } from './not-found.ts';
import { containing } from './search.ts';

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

function toAuditRow({ seq, businessDate: _businessDate, commitSeq: _commitSeq, ...row }: Row): AuditRow {
  return { ...row, id: seq, before: parsed(row.before), after: parsed(row.after) };
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
