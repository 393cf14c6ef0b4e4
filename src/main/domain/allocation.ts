import { type Cents, cents } from '../../shared/money.ts';

export interface OpenInvoice {
  invoiceId: number;
  outstanding: Cents;
}

export interface Allocation {
  invoiceId: number;
  amount: Cents;
}

/**
 * Spreads money over open invoices in the order given (oldest first, domain.md "Money owed").
 *
 * @returns what each one gets, never more than is outstanding, and what is left over: the customer's credit.
 */
export function allocate(amount: Cents, open: readonly OpenInvoice[]): { allocations: Allocation[]; left: Cents } {
  let left: number = amount;
  const allocations: Allocation[] = [];
  for (const invoice of open) {
    if (left === 0) break;
    const share = Math.min(left, invoice.outstanding);
    if (share <= 0) continue;
    allocations.push({ invoiceId: invoice.invoiceId, amount: cents(share) });
    left -= share;
  }
  return { allocations, left: cents(left) };
}
