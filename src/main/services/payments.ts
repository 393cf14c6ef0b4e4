import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { refuseField } from '../../shared/errors.ts';
import { addCents, cents, formatCents } from '../../shared/money.ts';
import type { Db } from '../db/db.ts';
import { allocations, invoiceFacts, invoices, payments, receipts } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import { changeFor } from '../domain/settlement.ts';
import { actorOf, type ReadContext, type Unit } from './context.ts';
import { customerById } from './customer-rows.ts';
import { ofCustomersNamed } from './customer-search.ts';
import { datedBetween } from './dated.ts';
import { deliverReceipt } from './delivery/deliver-sale.ts';
import { documentDate } from './document-date.ts';
import { numbered, startingWith } from './document-search.ts';
import { isOpen } from './invoice-rows.ts';
import { pageOf } from './keyset.ts';
import { anyOf, equals, type Filter } from './list-filter.ts';
import { found } from './not-found.ts';
import { nextNumber } from './numbers.ts';
import { refuseForeignPocket } from './own-truck.ts';
import { refuseOutside, scopeOf, within } from './read-scope.ts';
import { type PayableInvoice, takePayment } from './take-payment.ts';
import { userById } from './users.ts';

type Payment = Output<'payments.get'>;

const openInvoices = statement((db) =>
  db
    .select({ invoiceId: invoices.id, number: invoices.number, outstanding: invoiceFacts.outstanding })
    .from(invoiceFacts)
    .innerJoin(invoices, eq(invoices.id, invoiceFacts.invoiceId))
    .where(and(eq(invoiceFacts.customerId, sql.placeholder('customerId')), isOpen))
    .orderBy(asc(invoiceFacts.businessDate), asc(invoiceFacts.invoiceId))
    .prepare(),
);

/** A customer's unpaid invoices, oldest first. */
export function payableInvoices(db: Db, customerId: number): PayableInvoice[] {
  return openInvoices(db).all({ customerId });
}

/** @throws Refusal NOT_FOUND, DATE_NOT_ALLOWED, DAY_CLOSED, APPROVAL_REQUIRED, VALIDATION */
export function createPayment(unit: Unit, input: Input<'payments.create'>): Output<'payments.create'> {
  const { db } = unit;
  const customer = customerById(db, input.customerId);
  const businessDate = documentDate(unit, input.businessDate);
  if (input.tendered !== undefined && input.method !== 'CASH') {
    refuseField('tendered', 'Only cash has change: leave it out.');
  }
  refuseForeignPocket(unit, input.collectedBy);
  if (input.collectedBy !== undefined) userById(db, input.collectedBy);
  const open = payableInvoices(db, customer.id);
  const payable = input.allocations === undefined ? open : chosenInvoices(open, input);
  const taken = takePayment(
    unit,
    {
      customer,
      method: input.method,
      amount: input.amount,
      ...changeFor(input.amount, input.tendered),
      reference: input.reference || null,
      businessDate,
      collectedBy: input.collectedBy ?? actorOf(unit).id,
      depotId: actorOf(unit).depotId,
      transactionId: null,
      receiptNumber: nextNumber(unit, 'RCT', businessDate),
    },
    payable,
  );
  unit.audit({
    action: 'payments.create',
    entityType: 'payment',
    entityId: taken.payment.id,
    entityNumber: taken.receipt.number,
    after: taken.payment,
  });
  const { id } = taken.payment;
  const driverId = taken.payment.collectedBy;
  const { depotId } = actorOf(unit);
  deliverReceipt(unit, { kind: 'receipt', id, number: taken.receipt.number, depotId, driverId });
  return taken;
}

/** The invoices the clerk chose, each with no more than was chosen for it. */
function chosenInvoices(
  open: readonly PayableInvoice[],
  { amount, allocations: chosen = [] }: Input<'payments.create'>,
): PayableInvoice[] {
  const sum = addCents(...chosen.map((choice) => choice.amount));
  if (sum > amount) {
    refuseField(
      'allocations',
      `The invoices chosen come to ${formatCents(sum)}, more than the ${formatCents(amount)} paid.`,
    );
  }
  const seen = new Set<number>();
  return chosen.map((choice, index) => {
    const invoice = open.find((candidate) => candidate.invoiceId === choice.invoiceId);
    if (!invoice || seen.has(choice.invoiceId)) {
      return refuseField(
        `allocations.${index}.invoiceId`,
        'This is not an unpaid invoice of the customer, or it is chosen twice.',
      );
    }
    seen.add(choice.invoiceId);
    if (choice.amount > invoice.outstanding) {
      refuseField(
        `allocations.${index}.amount`,
        `Only ${formatCents(invoice.outstanding)} is unpaid on ${invoice.number}.`,
      );
    }
    return { ...invoice, outstanding: choice.amount };
  });
}

const columns = {
  id: payments.id,
  customerId: payments.customerId,
  method: payments.method,
  amount: payments.amount,
  tendered: payments.tendered,
  reference: payments.reference,
  businessDate: payments.businessDate,
  createdAt: payments.createdAt,
  userId: payments.userId,
  collectedBy: payments.collectedBy,
  transactionId: payments.transactionId,
  receiptNumber: receipts.number,
} as const;

export function getPayment(context: ReadContext, { id }: Input<'payments.get'>): Payment {
  const { db } = context;
  const row = db
    .select({ ...columns, depotId: payments.depotId })
    .from(payments)
    .innerJoin(receipts, eq(receipts.paymentId, payments.id))
    .where(eq(payments.id, id))
    .get();
  const { depotId, ...known } = found(row, 'payment', id);
  refuseOutside(scopeOf(context), { depotId, drivers: [known.collectedBy, known.userId] });
  const [payment] = withAllocations(db, [known]);
  return found(payment, 'payment', id);
}

export function listPayments(context: ReadContext, input: Input<'payments.list'>): Output<'payments.list'> {
  const { db } = context;
  const scope = scopeOf(context);
  const visible = within(scope, payments.depotId, payments.collectedBy, payments.userId);
  const page = pageOf(
    db,
    input,
    { id: payments.id, descending: input.sort === '-id' },
    [
      input.search ? matching(db, input.search) : undefined,
      equals(payments.customerId, input.customerId),
      scope.kind === 'own' ? visible : undefined,
      equals(payments.method, input.method),
      datedBetween(db, { id: payments.id, date: payments.businessDate }, input.from, input.to),
      scope.kind === 'depot' ? visible : undefined,
    ],
    {
      table: payments,
      rows: (where, orderBy, limit) =>
        db
          .select(columns)
          .from(payments)
          .innerJoin(receipts, eq(receipts.paymentId, payments.id))
          .where(where)
          .orderBy(...orderBy)
          .limit(limit)
          .all(),
      cursorOf: (row) => [null, row.id],
    },
  );
  return { ...page, items: withAllocations(db, page.items) };
}

function matching(db: Db, search: string): Filter {
  const { id, businessDate: date, customerId, reference } = payments;
  const receipt = { id, date, text: receipts.number, beside: { table: receipts, id: receipts.paymentId } };
  return anyOf(
    numbered(db, ['RCT'], receipt, search),
    startingWith(db, { id, text: reference }, search),
    ofCustomersNamed(db, customerId, search),
  );
}

function withAllocations(db: Db, rows: readonly Omit<Payment, 'allocations' | 'change' | 'unallocated'>[]): Payment[] {
  if (rows.length === 0) return [];
  const shares = db
    .select({
      paymentId: allocations.sourceId,
      invoiceId: allocations.invoiceId,
      amount: allocations.amount,
      invoiceNumber: invoices.number,
    })
    .from(allocations)
    .innerJoin(invoices, eq(invoices.id, allocations.invoiceId))
    .where(
      and(
        eq(allocations.sourceKind, 'PAYMENT'),
        inArray(
          allocations.sourceId,
          rows.map((row) => row.id),
        ),
      ),
    )
    .all();
  return rows.map((row) => {
    const mine = shares
      .filter((share) => share.paymentId === row.id)
      .map(({ paymentId: _paymentId, ...share }) => share);
    const allocated = addCents(...mine.map((share) => share.amount));
    const change = row.tendered === null ? null : cents(row.tendered - row.amount);
    return { ...row, change, allocations: mine, unallocated: cents(row.amount - allocated) };
  });
}
