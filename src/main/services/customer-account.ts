import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { addCents, cents } from '../../shared/money.ts';
import { deposits, invoiceFacts, invoices, stockBalances } from '../db/schema/index.ts';
import type { ReadContext } from './context.ts';
import { balanceOf, customerById } from './customer-rows.ts';
import { isOpen } from './invoice-rows.ts';

/** What a customer owes and holds: invoices open, cylinders on site, deposits held. */
export function customerAccount(
  { db, today }: ReadContext,
  { id }: Input<'customers.account'>,
): Output<'customers.account'> {
  const customer = customerById(db, id);
  const balance = balanceOf(db, id);
  const open = db
    .select({
      id: invoices.id,
      number: invoices.number,
      date: invoiceFacts.businessDate,
      total: invoiceFacts.total,
      due: invoiceFacts.outstanding,
      dueDate: invoiceFacts.dueDate,
    })
    .from(invoiceFacts)
    .innerJoin(invoices, eq(invoices.id, invoiceFacts.invoiceId))
    .where(and(eq(invoiceFacts.customerId, id), isOpen))
    .orderBy(asc(invoiceFacts.businessDate), asc(invoiceFacts.invoiceId))
    .all();
  const onSite = db
    .select({ equipmentId: stockBalances.equipmentId, quantity: stockBalances.quantity })
    .from(stockBalances)
    .where(
      and(eq(stockBalances.locationKind, 'CUSTOMER'), eq(stockBalances.locationId, id), gt(stockBalances.quantity, 0)),
    )
    .all();
  return {
    customerId: id,
    balance,
    overdue: addCents(...open.filter((invoice) => invoice.dueDate < today).map((invoice) => invoice.due)),
    creditLimit: customer.creditLimit,
    creditLeft: customer.creditLimit === null ? null : cents(customer.creditLimit - balance),
    outstandingInvoices: open,
    onSite,
    deposits: depositsHeld(db, id),
  };
}

/** What was taken less what was given back or kept. */
function held(column: typeof deposits.amount | typeof deposits.quantity) {
  return sql<number>`sum(CASE ${deposits.kind} WHEN 'TAKEN' THEN ${column} ELSE -${column} END)`;
}

function depositsHeld(db: ReadContext['db'], customerId: number): Output<'customers.account'>['deposits'] {
  return db
    .select({ equipmentId: deposits.equipmentId, quantity: held(deposits.quantity), amount: held(deposits.amount) })
    .from(deposits)
    .where(eq(deposits.customerId, customerId))
    .groupBy(deposits.equipmentId)
    .all()
    .filter((row) => row.quantity !== 0 || row.amount !== 0)
    .map((row) => ({ ...row, amount: cents(row.amount) }));
}
