import { and, desc, eq, sql } from 'drizzle-orm';
import type { Output } from '../../../shared/contract/index.ts';
import type { Db } from '../../db/db.ts';
import { customers, jobs } from '../../db/schema/index.ts';
import { statement } from '../../db/statement.ts';

export type InvoiceDelivery = Output<'invoices.get'>['delivery'];
type Way = InvoiceDelivery['print'];
type JobKind = 'RENDER' | 'PRINT' | 'MAIL';

const jobsOf = statement((db) =>
  db
    .select({ jobId: jobs.id, kind: jobs.kind, state: jobs.state, reason: jobs.lastError, subjectId: jobs.subjectId })
    .from(jobs)
    .where(
      and(
        eq(jobs.subjectKind, 'invoice'),
        sql`${jobs.subjectId} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`,
      ),
    )
    .orderBy(desc(jobs.id))
    .prepare(),
);

const mailableOf = statement((db) =>
  db
    .select({ id: customers.id })
    .from(customers)
    .where(
      and(
        sql`${customers.id} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`,
        sql`coalesce(${customers.email}, '') <> ''`,
      ),
    )
    .prepare(),
);

/** How far invoices are on their ways out: for each kind of job, the newest one. */
export function withDelivery<Row extends { id: number; customerId: number }>(
  db: Db,
  rows: readonly Row[],
): (Row & { delivery: InvoiceDelivery })[] {
  if (rows.length === 0) return [];
  const found = jobsOf(db).all({ ids: JSON.stringify(rows.map(({ id }) => id)) });
  const ways = new Map<string, Way>();
  for (const { kind, subjectId, ...way } of found) {
    const key = `${kind}:${subjectId}`;
    if (!ways.has(key)) ways.set(key, way);
  }
  const mailable = new Set(
    mailableOf(db)
      .all({ ids: JSON.stringify(rows.map(({ customerId }) => customerId)) })
      .map(({ id }) => id),
  );
  const wayOf = (kind: JobKind, id: number) => ways.get(`${kind}:${id}`) ?? null;
  return rows.map((row) => ({
    ...row,
    delivery: {
      render: wayOf('RENDER', row.id),
      print: wayOf('PRINT', row.id),
      mail: wayOf('MAIL', row.id),
      hasEmail: mailable.has(row.customerId),
    },
  }));
}
