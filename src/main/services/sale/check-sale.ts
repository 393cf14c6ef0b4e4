import { refuse, refuseField } from '../../../shared/errors.ts';
import { type Cents, cents, formatCents } from '../../../shared/money.ts';
import { onSite, outside, type Move } from '../../domain/stock.ts';
import type { Unit } from '../context.ts';
import { balanceOf, type CustomerRow } from '../customer-rows.ts';
import { hasApproval, mayAsManager, requireRight } from '../rights.ts';
import { quantityAt } from '../stock-ledger.ts';
import type { PricedSale, SaleFields } from './price-sale.ts';

/** Another price needs the right or an approval, and a reason (domain.md, "Billing a sale", 1). */
export function refuseUnapprovedPrices(unit: Unit, sale: PricedSale): void {
  if (sale.overrides.length === 0) return;
  requireRight(unit, 'price');
  if (unit.approver !== null) return;
  for (const index of sale.overrides) {
    const line = sale.lines[index];
    if (line && line.type !== 'deposit' && line.rateReason === null) {
      refuseField(`items.${index}.rateReason`, 'Say why the price is another one.');
    }
  }
}

/** Usage far above the usual must be confirmed, so that a mistyped reading is not billed. */
export function refuseUnusualUsage(sale: PricedSale, input: SaleFields): void {
  if (sale.unusual !== null && input.confirmUnusual !== true) refuseField('confirmUnusual', sale.unusual);
}

export interface CreditCheck {
  limit: Cents;
  outstanding: Cents;
  asked: Cents;
}

/** What a CREDIT customer would owe too much; `null` when it is within the limit. */
export function overCreditLimit(db: Unit['db'], customer: CustomerRow, asked: Cents): CreditCheck | null {
  if (customer.paymentType !== 'CREDIT' || customer.creditLimit === null || asked <= 0) return null;
  const outstanding = balanceOf(db, customer.id);
  return outstanding + asked > customer.creditLimit ? { limit: customer.creditLimit, outstanding, asked } : null;
}

/** @throws Refusal CREDIT_LIMIT, unless somebody who may has said yes (domain.md, "Billing a sale", 6). */
export function refuseOverCreditLimit(unit: Unit, customer: CustomerRow, total: Cents, paid: Cents): void {
  const over = overCreditLimit(unit.db, customer, cents(Math.max(0, total - paid)));
  // Going over the limit is always a decision: a manager at the counter says so by approving, like anyone else.
  if (over === null || (hasApproval(unit) && mayAsManager(unit))) return;
  refuse('CREDIT_LIMIT', creditLimitMessage(customer, over), {
    limit: formatCents(over.limit),
    outstanding: formatCents(over.outstanding),
    asked: formatCents(over.asked),
  });
}

export function creditLimitMessage(customer: CustomerRow, { limit, outstanding, asked }: CreditCheck): string {
  return `${customer.name} owes ${formatCents(outstanding)} of a limit of ${formatCents(limit)}; ${formatCents(asked)} more goes over it. Take a payment, or ask a supervisor.`;
}

/**
 * Cylinders a customer hands back beyond what the books say: with approval they are found first, so that the ledger
 * stays whole (domain.md, "Stock"). Without, posting the sale refuses them.
 */
export function foundOnSite(unit: Unit, sale: PricedSale): Move[] {
  if (!hasApproval(unit) || !mayAsManager(unit)) return [];
  const place = onSite(sale.customer.id);
  const wanted = new Map<number, number>();
  for (const move of sale.moves) {
    const change = move.to.kind === 'CUSTOMER' ? -move.quantity : move.from.kind === 'CUSTOMER' ? move.quantity : 0;
    wanted.set(move.equipmentId, (wanted.get(move.equipmentId) ?? 0) + change);
  }
  return [...wanted].flatMap(([equipmentId, quantity]) => {
    const missing = quantity - quantityAt(unit.db, place, equipmentId);
    const from = outside('ADJUSTMENT', 'ON_SITE');
    return missing > 0 && quantity > 0 ? [{ equipmentId, quantity: missing, from, to: place }] : [];
  });
}
