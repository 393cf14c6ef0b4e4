import { eq } from 'drizzle-orm';
import type { PrintedDocument } from '../../../shared/contract/printing.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import type { Db } from '../../db/db.ts';
import { distributions, invoices } from '../../db/schema/index.ts';
import { invoiceSnapshot } from '../invoices.ts';
import type { Job } from '../jobs.ts';
import type { PaperDocument } from '../ports.ts';
import { settingsOf } from '../settings-store.ts';
import { wasPrinted } from './document-jobs.ts';
import { deliveryNoteSnapshot, distributionSnapshot, receiptSnapshot } from './snapshots.ts';

/** What a print job prints. @throws Refusal NOT_FOUND */
export function paperFor(db: Db, { subjectId, target }: Job, kind: PrintedDocument | 'test', now: Date): PaperDocument {
  if (kind === 'test') {
    return { kind, printer: target ?? '', company: settingsOf(db).company.name, at: instantOf(now) };
  }
  return documentOf(db, kind, subjectId);
}

/** A document as it was issued. @throws Refusal NOT_FOUND */
export function documentOf(db: Db, kind: PrintedDocument, id: number): PaperDocument {
  switch (kind) {
    case 'invoice':
    case 'simplifiedInvoice':
      return { kind, snapshot: invoiceSnapshot(db, id) };
    case 'receipt':
      return { kind, snapshot: receiptSnapshot(db, id) };
    case 'deliveryNote':
      return { kind, snapshot: deliveryNoteSnapshot(db, id, invoiceOf(db, id)) };
    case 'distribution':
      return { kind, snapshot: distributionSnapshot(db, id) };
  }
}

function invoiceOf(db: Db, transactionId: number): InvoiceSnapshot | null {
  const row = db.select({ id: invoices.id }).from(invoices).where(eq(invoices.transactionId, transactionId)).get();
  return row === undefined ? null : invoiceSnapshot(db, row.id);
}

/** Whether this is a copy: the document came out before, or may have. A slip counts from when it was confirmed. */
export function isReprint(db: Db, job: Job): boolean {
  if (job.subjectKind === 'test') return false;
  if (job.subjectKind !== 'distribution') return wasPrinted(db, job, '');
  const slip = db
    .select({ confirmedAt: distributions.confirmedAt })
    .from(distributions)
    .where(eq(distributions.id, job.subjectId))
    .get();
  return slip?.confirmedAt != null && wasPrinted(db, job, slip.confirmedAt);
}
