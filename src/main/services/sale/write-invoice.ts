import { addDays, type BusinessDate } from '../../../shared/dates.ts';
import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import { formatCents } from '../../../shared/money.ts';
import { inserting } from '../../db/inserting.ts';
import { invoiceFacts, invoices } from '../../db/schema/index.ts';
import { issueInvoice } from '../../domain/issue-invoice.ts';
import type { Totals } from '../../domain/totals.ts';
import { actorOf, type Unit } from '../context.ts';
import { addToCustomerBalance } from '../customer-balance.ts';
import type { CustomerRow } from '../customer-rows.ts';
import { customerOnPaper, supplierOnPaper } from '../on-paper.ts';
import { nameOfPlace } from '../stock-ledger.ts';
import type { PricedSale, SaleFields } from './price-sale.ts';

const insertInvoice = inserting(invoices);
const insertFacts = inserting(invoiceFacts);

export interface InvoiceOrder {
  /** Issued before, because the receipt of a payment names it. */
  number: string;
  transaction: { id: number; number: string };
  totals: Totals;
  payment: InvoiceSnapshot['payment'];
}

export interface IssuedInvoice {
  id: number;
  number: string;
  snapshot: InvoiceSnapshot;
}

/** When an invoice is due: after the terms of a CREDIT customer, at once for everyone else. */
export function dueDateOf(customer: CustomerRow, businessDate: BusinessDate): BusinessDate {
  return customer.paymentType === 'CREDIT' ? addDays(businessDate, customer.termsDays ?? 0) : businessDate;
}

/** Issues the invoice of a sale with its snapshot and adds it to what the customer owes. */
export function writeInvoice(unit: Unit, sale: PricedSale, input: SaleFields, order: InvoiceOrder): IssuedInvoice {
  const { db, instant: issuedAt, seq: commitSeq } = unit;
  const { customer, businessDate } = sale;
  const { number, transaction, totals } = order;
  const { net, tax, rounding, total } = totals;
  const dueDate = dueDateOf(customer, businessDate);
  const snapshot = snapshotOf(unit, sale, input, order);
  const shared = { customerId: customer.id, businessDate, dueDate, total };
  const id = insertInvoice(db, {
    ...shared,
    number,
    transactionId: transaction.id,
    customerName: customer.name,
    issuedAt,
    net,
    tax,
    rounding,
    snapshot: JSON.stringify(snapshot),
    commitSeq,
  });
  const driverId = sale.source.kind === 'TRUCK' ? sale.source.id : null;
  insertFacts(db, { ...shared, invoiceId: id, depotId: sale.depotId, driverId });
  addToCustomerBalance(db, customer.id, total);
  unit.issued({ number, customer: customer.code, total: formatCents(total), date: businessDate });
  return { id, number, snapshot };
}

function snapshotOf(unit: Unit, sale: PricedSale, input: SaleFields, order: InvoiceOrder): InvoiceSnapshot {
  const { customer, businessDate, source, gst, lines, meter } = sale;
  return issueInvoice({
    number: order.number,
    transactionNumber: order.transaction.number,
    businessDate,
    issuedAt: unit.instant,
    dueDate: customer.paymentType === 'CREDIT' ? dueDateOf(customer, businessDate) : null,
    supplier: supplierOnPaper(unit.db),
    customer: customerOnPaper(customer),
    meterNumber: customer.meterNumber,
    poNumber: input.poNumber || null,
    remarks: input.remarks || null,
    servedBy: actorOf(unit).fullName,
    source: nameOfPlace(unit.db, source),
    gst,
    lines,
    meter,
    totals: order.totals,
    payment: order.payment,
  });
}
