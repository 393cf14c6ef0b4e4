import { eq, sql } from 'drizzle-orm';
import { invoiceFacts } from '../../db/schema/index.ts';
import { statement } from '../../db/statement.ts';
import type { Unit } from '../context.ts';
import type { Job } from '../jobs.ts';
import { type DocumentKind, entityOf } from './subjects.ts';

const countPrint = statement((db) =>
  db
    .update(invoiceFacts)
    .set({
      printCount: sql`${invoiceFacts.printCount} + 1`,
      printedAt: sql`coalesce(${sql.placeholder('printedAt')}, ${invoiceFacts.printedAt})`,
    })
    .where(eq(invoiceFacts.invoiceId, sql.placeholder('id')))
    .prepare(),
);

const countMail = statement((db) =>
  db
    .update(invoiceFacts)
    .set({ emailCount: sql`${invoiceFacts.emailCount} + 1`, emailedAt: sql`${sql.placeholder('emailedAt')}` })
    .where(eq(invoiceFacts.invoiceId, sql.placeholder('id')))
    .prepare(),
);

export interface Printed {
  /** The far end said that it came out. Handed to a spooler that tells nothing, it is counted but not called printed. */
  isProven: boolean;
  proof: string;
  isCopy?: boolean;
}

/** Notes that a document came out, in the facts of an invoice and in the audit. */
export function notePrinted(unit: Unit, job: Job, { isProven, proof, isCopy }: Printed): void {
  if (job.subjectKind === 'invoice') {
    countPrint(unit.db).run({ id: job.subjectId, printedAt: isProven ? unit.instant : null });
  }
  note(unit, job, isProven ? 'printed' : 'handed to the printer', {
    printer: job.target,
    proof,
    copy: isCopy ?? false,
  });
}

/** Notes that the mail server has taken a document. */
export function noteMailed(unit: Unit, job: Job, proof: string): void {
  if (job.subjectKind === 'invoice') countMail(unit.db).run({ id: job.subjectId, emailedAt: unit.instant });
  note(unit, job, 'mailed', { to: job.target, proof });
}

function note(unit: Unit, job: Job, action: string, after: Record<string, unknown>): void {
  const isTest = job.subjectKind === 'test';
  unit.audit({
    action: `${job.subjectKind}.${action}`,
    entityType: isTest ? 'job' : entityOf(job.subjectKind as DocumentKind),
    entityId: isTest ? job.id : job.subjectId,
    entityNumber: job.subjectNumber,
    after,
  });
}
