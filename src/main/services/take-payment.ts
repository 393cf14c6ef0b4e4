import type { Output } from '../../shared/contract/index.ts';
import type { BusinessDate } from '../../shared/dates.ts';
import { type Cents, cents, formatCents, negateCents } from '../../shared/money.ts';
import { inserting } from '../db/inserting.ts';
import { allocations, payments, receipts } from '../db/schema/index.ts';
import { allocate, type OpenInvoice } from '../domain/allocation.ts';
import { actorOf, type Unit } from './context.ts';
import { addToCustomerBalance } from './customer-balance.ts';
import type { CustomerRow } from './customer-rows.ts';
import { addToPaid } from './invoice-rows.ts';
import { supplierOnPaper } from './on-paper.ts';

export interface MoneyTaken {
  customer: CustomerRow;
  method: Output<'payments.get'>['method'];
  amount: Cents;
  tendered: Cents | null;
  change: Cents | null;
  reference: string | null;
  businessDate: BusinessDate;
  collectedBy: number | null;
  depotId: number | null;
  transactionId: number | null;
  /** Issued by the caller, because an invoice paid at once names its receipt. */
  receiptNumber: string;
}

/** An invoice that money may go to, with the number that stands on the receipt. */
export interface PayableInvoice extends OpenInvoice {
  number: string;
}

const insertPayment = inserting(payments);
const insertAllocation = inserting(allocations);
const insertReceipt = inserting(receipts);

/**
 * Takes money: the payment, what it pays in the order given, the customer's balance and a numbered receipt.
 * What is left over becomes the customer's credit (domain.md, "Money owed").
 */
export function takePayment(
  unit: Unit,
  money: MoneyTaken,
  payable: readonly PayableInvoice[],
): { payment: Output<'payments.get'>; receipt: Output<'payments.create'>['receipt'] } {
  const { db, seq: commitSeq, instant } = unit;
  const { customer, method, amount, tendered, change, reference, businessDate, collectedBy, transactionId } = money;
  const number = money.receiptNumber;
  const userId = actorOf(unit).id;
  const shared = { customerId: customer.id, businessDate, amount };
  const id = insertPayment(db, {
    ...shared,
    kind: 'PAYMENT',
    method,
    tendered,
    reference,
    createdAt: instant,
    userId,
    collectedBy,
    depotId: money.depotId,
    approverId: unit.approver?.id ?? null,
    transactionId,
    commitSeq,
  });
  const { allocations: shares, left } = allocate(amount, payable);
  for (const share of shares) {
    insertAllocation(db, { ...share, sourceKind: 'PAYMENT', sourceId: id, businessDate, commitSeq });
    addToPaid(db, share.invoiceId, share.amount, instant);
  }
  addToCustomerBalance(db, customer.id, negateCents(amount));
  const numberOf = new Map(payable.map((invoice) => [invoice.invoiceId, invoice.number]));
  const allocated = shares.map((share) => ({ ...share, invoiceNumber: numberOf.get(share.invoiceId) ?? '' }));
  const snapshot = JSON.stringify({
    supplier: supplierOnPaper(db),
    customerCode: customer.code,
    customerName: customer.name,
    method,
    reference,
    tendered,
    change,
    allocations: allocated,
    credit: left,
    servedBy: actorOf(unit).fullName,
  });
  const receiptId = insertReceipt(db, { ...shared, number, paymentId: id, snapshot, commitSeq });
  unit.issued({ number, customer: customer.code, total: formatCents(amount), date: businessDate });
  return {
    payment: {
      ...shared,
      id,
      method,
      tendered,
      change,
      reference,
      createdAt: instant,
      userId,
      collectedBy,
      transactionId,
      allocations: allocated,
      unallocated: cents(left),
      receiptNumber: number,
    },
    receipt: { ...shared, id: receiptId, number, paymentId: id, method, tendered, change },
  };
}
