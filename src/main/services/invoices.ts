import { and, eq, gte, lt, lte, or, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { type Instant, instantOf } from '../../shared/dates.ts';
import type { InvoiceSnapshot } from '../../shared/invoice-snapshot.ts';
import type { Db } from '../db/db.ts';
import { invoiceFacts, invoices } from '../db/schema/index.ts';
import type { ReadContext } from './context.ts';
import { type Invoice, invoiceById, invoiceColumns, isOpen, isSettled } from './invoice-rows.ts';
import { pageOf } from './keyset.ts';
import { found } from './not-found.ts';
import type { InvoicePapers, StoredFile } from './ports.ts';
import { refuseOutside, scopeOf, within } from './read-scope.ts';
import { containing } from './search.ts';

export function getInvoice(context: ReadContext, { id }: Input<'invoices.get'>): Invoice {
  refuseUnseen(context, id);
  return invoiceById(context.db, id);
}

/** @throws Refusal NOT_FOUND, FORBIDDEN */
function refuseUnseen(context: ReadContext, id: number): void {
  const row = context.db
    .select({ depotId: invoiceFacts.depotId, driverId: invoiceFacts.driverId })
    .from(invoiceFacts)
    .where(eq(invoiceFacts.invoiceId, id))
    .get();
  const { depotId, driverId } = found(row, 'invoice', id);
  refuseOutside(scopeOf(context), { depotId, drivers: [driverId] });
}

export function listInvoices(context: ReadContext, input: Input<'invoices.list'>): Output<'invoices.list'> {
  const { db, today } = context;
  const byDueDate = input.sort.endsWith('dueDate');
  return pageOf(
    db,
    input,
    {
      ...(byDueDate ? { key: invoiceFacts.dueDate } : {}),
      id: invoiceFacts.invoiceId,
      descending: input.sort.startsWith('-'),
    },
    [
      input.search ? matching(db, input.search) : undefined,
      within(scopeOf(context), invoiceFacts.depotId, invoiceFacts.driverId),
      input.status && eq(invoiceFacts.status, input.status),
      input.customerId ? eq(invoiceFacts.customerId, input.customerId) : undefined,
      input.from && gte(invoiceFacts.businessDate, input.from),
      input.to && lte(invoiceFacts.businessDate, input.to),
      input.unpaid ? isOpen : undefined,
      input.overdue ? and(isOpen, lt(invoiceFacts.dueDate, today)) : undefined,
      input.overdue === false ? or(isSettled, gte(invoiceFacts.dueDate, today)) : undefined,
      input.unpaid === false ? isSettled : undefined,
    ],
    {
      table: invoiceFacts,
      rows: (where, orderBy, limit) =>
        db
          .select(invoiceColumns)
          .from(invoiceFacts)
          .innerJoin(invoices, eq(invoices.id, invoiceFacts.invoiceId))
          .where(where)
          .orderBy(...orderBy)
          .limit(limit)
          .all(),
      cursorOf: (row) => [byDueDate ? row.dueDate : null, row.id],
    },
  );
}

/** Invoices by number or customer's name; a subquery, so that the page's own table stays the only one. */
function matching(db: Db, text: string) {
  const ids = db
    .select({ id: invoices.id })
    .from(invoices)
    .where(containing(text, invoices.number, invoices.customerName));
  return sql`${invoiceFacts.invoiceId} IN ${ids}`;
}

/** @throws Refusal NOT_FOUND */
export function invoiceSnapshot(db: Db, id: number): InvoiceSnapshot {
  const row = db.select({ snapshot: invoices.snapshot }).from(invoices).where(eq(invoices.id, id)).get();
  // Written by `issueInvoice` and protected by triggers: its shape is its version's.
  return JSON.parse(found(row, 'invoice', id).snapshot) as InvoiceSnapshot;
}

/** Where the invoice's PDF lies; `null` until it is rendered. */
export function storedPdf(db: Db, id: number): StoredFile | null {
  const row = db
    .select({ path: invoiceFacts.pdfPath, sha256: invoiceFacts.pdfSha256 })
    .from(invoiceFacts)
    .where(eq(invoiceFacts.invoiceId, id))
    .get();
  return row?.path && row.sha256 ? { path: row.path, sha256: row.sha256 } : null;
}

/** Notes where the PDF is. Derived from the snapshot, so it is no change of the books and makes no commit. */
export function recordPdf(db: Db, id: number, file: StoredFile, now: Instant): void {
  db.update(invoiceFacts)
    .set({ pdfPath: file.path, pdfSha256: file.sha256, renderedAt: now })
    .where(eq(invoiceFacts.invoiceId, id))
    .run();
}

/** The invoice's PDF: the stored file, or rendered now when its job has not run or the file was lost. */
export async function invoicePdf(
  context: ReadContext,
  papers: InvoicePapers,
  id: number,
): Promise<Output<'invoices.pdf'>> {
  const { db, now } = context;
  refuseUnseen(context, id);
  const { number } = invoiceById(db, id);
  const kept = storedPdf(db, id);
  const bytes = kept === null ? null : await papers.read(kept).catch(() => null);
  return {
    fileName: `${number}.pdf`,
    contentType: 'application/pdf',
    bytes: bytes ?? (await renderInvoice(db, papers, id, now)),
  };
}

/** Renders an invoice's PDF, stores it and notes where. */
export async function renderInvoice(db: Db, papers: InvoicePapers, id: number, now: Date): Promise<Uint8Array> {
  const file = await papers.render(invoiceSnapshot(db, id));
  recordPdf(db, id, file, instantOf(now));
  return papers.read(file);
}
