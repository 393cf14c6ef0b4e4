import { asc, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { type BusinessDate, type Instant, instantOf } from '../../shared/dates.ts';
import type { InvoiceSnapshot } from '../../shared/invoice-snapshot.ts';
import type { Db } from '../db/db.ts';
import { invoiceFacts, invoices } from '../db/schema/index.ts';
import type { ReadContext } from './context.ts';
import { ofCustomersNamed } from './customer-search.ts';
import { type Invoice, invoiceById, invoiceColumns, isOpen, isSettled } from './invoice-rows.ts';
import { countRows } from './count-rows.ts';
import { datedBetween, FIRST_DAY, LAST_DAY } from './dated.ts';
import { withDelivery } from './delivery/invoice-ways.ts';
import { numbered } from './document-search.ts';
import { startingAt } from './invoice-start.ts';
import { pageOf } from './keyset.ts';
import { anyOf, equals, type Filter, narrow } from './list-filter.ts';
import { found } from './not-found.ts';
import type { Papers, StoredFile } from './ports.ts';
import { refuseOutside, scopeOf, within } from './read-scope.ts';

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
  const { status } = input;
  const scope = scopeOf(context);
  const visible = within(scope, invoiceFacts.depotId, invoiceFacts.driverId);
  const page = pageOf(
    db,
    input,
    {
      ...(byDueDate ? { key: invoiceFacts.dueDate } : {}),
      id: invoiceFacts.invoiceId,
      descending: input.sort.startsWith('-'),
    },
    [
      status === 'void' ? equals(invoiceFacts.status, status) : undefined,
      input.search ? matching(db, input.search) : undefined,
      input.unpaid || input.overdue || isOfOpen(status) ? { seeks: [{ where: isOpen }], check: isOpen } : undefined,
      equals(invoiceFacts.customerId, input.customerId),
      isOfOpen(status) ? equals(invoiceFacts.status, status) : undefined,
      input.overdue ? dueBefore(today, byDueDate) : undefined,
      scope.kind === 'own' ? visible : undefined,
      dated(db, input, byDueDate),
      input.startAt === undefined ? undefined : startingAt(db, input.startAt, input.sort),
      // What most invoices are comes last.
      scope.kind === 'depot' ? visible : undefined,
      status === 'paid' ? equals(invoiceFacts.status, status) : undefined,
      input.unpaid === false ? isSettled : undefined,
      input.overdue === false ? or(isSettled, gte(invoiceFacts.dueDate, today)) : undefined,
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
  return { ...page, items: withDelivery(db, page.items) };
}

/** In the order of due dates they end there; in any other, no index of due dates must lead. */
function dueBefore(day: BusinessDate, byDueDate: boolean): SQL {
  return byDueDate ? lt(invoiceFacts.dueDate, day) : sql`+${invoiceFacts.dueDate} < ${day}`;
}

/** Neither paid nor void: something is outstanding, and such invoices are few. */
function isOfOpen(status: Invoice['status'] | undefined): boolean {
  return status !== undefined && status !== 'paid' && status !== 'void';
}

/** Sorted by due date, the days' range of ids is no help: few of them are sorted, many soon met along the due dates. */
function dated(db: Db, { from, to }: Input<'invoices.list'>, byDueDate: boolean): Filter | undefined {
  const { invoiceId: id, businessDate: date } = invoiceFacts;
  const filter = datedBetween(db, { id, date }, from, to);
  if (!byDueDate || filter?.bounds === undefined) return filter;
  const { check } = filter;
  const days: Filter = { seeks: [{ where: sql`${date} BETWEEN ${from ?? FIRST_DAY} AND ${to ?? LAST_DAY}` }], check };
  const isShort = countRows(db, { table: invoiceFacts, id, orderBy: [asc(date)] }, narrow([days])) !== null;
  return isShort ? days : { check };
}

function matching(db: Db, search: string): Filter {
  const { invoiceId: id, businessDate: date, customerId } = invoiceFacts;
  const number = { id, date, text: invoices.number, beside: { table: invoices, id: invoices.id } };
  return anyOf(numbered(db, ['INV'], number, search), ofCustomersNamed(db, customerId, search));
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
export async function invoicePdf(context: ReadContext, papers: Papers, id: number): Promise<Output<'invoices.pdf'>> {
  const { db, now } = context;
  refuseUnseen(context, id);
  const { number } = invoiceById(db, id);
  return {
    fileName: `${number}.pdf`,
    contentType: 'application/pdf',
    bytes: await invoicePdfBytes(db, papers, id, now),
  };
}

/** The bytes of the stored file; rendered, stored and noted when there is none that can be read. */
export async function invoicePdfBytes(db: Db, papers: Papers, id: number, now: Date): Promise<Uint8Array> {
  const kept = storedPdf(db, id);
  const bytes = kept === null ? null : await papers.read(kept).catch(() => null);
  if (bytes !== null) return bytes;
  const file = await papers.render(invoiceSnapshot(db, id));
  recordPdf(db, id, file, instantOf(now));
  return papers.read(file);
}
