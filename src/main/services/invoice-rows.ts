import { eq, sql } from 'drizzle-orm';
import type { Output } from '../../shared/contract/index.ts';
import type { Instant } from '../../shared/dates.ts';
import type { Cents } from '../../shared/money.ts';
import type { Db } from '../db/db.ts';
import { invoiceFacts, invoices } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import { withDelivery } from './delivery/invoice-ways.ts';
import { found } from './not-found.ts';

export type Invoice = Output<'invoices.get'>;

/** An invoice as the contract shows it: what was issued, and what happened since. */
export const invoiceColumns = {
  id: invoices.id,
  number: invoices.number,
  transactionId: invoices.transactionId,
  customerId: invoices.customerId,
  customerName: invoices.customerName,
  businessDate: invoices.businessDate,
  status: invoiceFacts.status,
  net: invoices.net,
  tax: invoices.tax,
  rounding: invoices.rounding,
  total: invoices.total,
  paid: invoiceFacts.paid,
  credited: invoiceFacts.credited,
  outstanding: invoiceFacts.outstanding,
  dueDate: invoices.dueDate,
  generatedAt: invoices.issuedAt,
  printedAt: invoiceFacts.printedAt,
  emailedAt: invoiceFacts.emailedAt,
  paidAt: invoiceFacts.paidAt,
  printCount: invoiceFacts.printCount,
  emailCount: invoiceFacts.emailCount,
  pdfPath: invoiceFacts.pdfPath,
} as const;

/** Written out, not bound: SQLite uses the partial indices only when it can read the condition in the query. */
export const isOpen = sql`${invoiceFacts.outstanding} > 0`;
export const isSettled = sql`${invoiceFacts.outstanding} = 0`;

const byId = statement((db) =>
  db
    .select(invoiceColumns)
    .from(invoices)
    .innerJoin(invoiceFacts, eq(invoiceFacts.invoiceId, invoices.id))
    .where(eq(invoices.id, sql.placeholder('id')))
    .prepare(),
);

const addPaid = statement((db) =>
  db
    .update(invoiceFacts)
    .set({
      paid: sql`${invoiceFacts.paid} + ${sql.placeholder('amount')}`,
      paidAt: sql`CASE WHEN ${invoiceFacts.outstanding} = ${sql.placeholder('amount')}
        THEN ${sql.placeholder('instant')} ELSE ${invoiceFacts.paidAt} END`,
    })
    .where(eq(invoiceFacts.invoiceId, sql.placeholder('invoiceId')))
    .prepare(),
);

/** @throws Refusal NOT_FOUND */
export function invoiceById(db: Db, id: number): Invoice {
  const [invoice] = withDelivery(db, [invoiceRowById(db, id)]);
  return found(invoice, 'invoice', id);
}

/** Without how far it is on its ways out. @throws Refusal NOT_FOUND */
export function invoiceRowById(db: Db, id: number): Omit<Invoice, 'delivery'> {
  return found(byId(db).get({ id }), 'invoice', id);
}

/** Follows an allocation; the database refuses paying more than is outstanding. */
export function addToPaid(db: Db, invoiceId: number, amount: Cents, instant: Instant): void {
  addPaid(db).run({ invoiceId, amount, instant });
}
