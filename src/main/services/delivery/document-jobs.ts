import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '../../db/db.ts';
import { jobs } from '../../db/schema/index.ts';
import { statement } from '../../db/statement.ts';
import type { Job } from '../jobs.ts';
import type { Subject } from './queue.ts';

const handedBefore = statement((db) =>
  db
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        eq(jobs.subjectKind, sql.placeholder('kind')),
        eq(jobs.subjectId, sql.placeholder('subject')),
        eq(jobs.kind, 'PRINT'),
        isNotNull(jobs.handedAt),
        sql`${jobs.id} <> ${sql.placeholder('id')}`,
        sql`(${jobs.handedAt}, ${jobs.id}) < (coalesce(${sql.placeholder('handedAt')}, '9999'), ${sql.placeholder('id')})`,
        sql`${jobs.handedAt} >= ${sql.placeholder('since')}`,
      ),
    )
    .limit(1)
    .prepare(),
);

/**
 * Whether the document came out, or may still, by another job that was given to its printer at or after `since` and
 * before this one. When it was asked for does not matter: a slip is printed as it stands when its turn comes.
 */
export function wasPrinted(
  db: Db,
  { id, subjectKind: kind, subjectId: subject, handedAt }: Job,
  since: string,
): boolean {
  return handedBefore(db).get({ kind, subject, id, handedAt, since }) !== undefined;
}

const mailUnderWay = statement((db) =>
  db
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        eq(jobs.subjectKind, sql.placeholder('kind')),
        eq(jobs.subjectId, sql.placeholder('subject')),
        eq(jobs.kind, 'MAIL'),
        sql`${jobs.state} IN ('queued', 'running')`,
      ),
    )
    .limit(1)
    .prepare(),
);

/** Whether a mail of the document has been asked for that has not come to an end. */
export function isBeingMailed(db: Db, { kind, id: subject }: Pick<Subject, 'kind' | 'id'>): boolean {
  return mailUnderWay(db).get({ kind, subject }) !== undefined;
}
