import { refuseField } from '../../shared/errors.ts';
import { type Cents, cents, formatCents, ZERO_CENTS } from '../../shared/money.ts';
import { roundedForCash, type Totals } from './totals.ts';

export interface PaymentOffer {
  method: 'CASH' | 'PAYNOW' | 'CHEQUE' | 'TRANSFER' | 'CARD';
  amount: Cents;
  tendered?: Cents | undefined;
}

export interface Settlement {
  /** Rounded to 5 cents when all of it is paid in cash. */
  totals: Totals;
  /** What is taken, in all. */
  amount: Cents;
  tendered: Cents | null;
  change: Cents | null;
}

/**
 * How a sale is paid when it is made (domain.md, "Billing a sale", 5). Cash for the exact or for the rounded total is
 * payment in full; less is a part payment and not rounded; change is never credit. More than the total by another
 * method pays older invoices, then becomes credit.
 *
 * @throws Refusal VALIDATION when the money does not fit.
 */
export function settle(totals: Totals, offer: PaymentOffer | undefined, cashRounding: boolean): Settlement {
  if (offer === undefined) return { totals, amount: ZERO_CENTS, tendered: null, change: null };
  if (totals.total === 0) refuseField('payment', 'There is nothing to pay: leave the payment out.');
  if (offer.method !== 'CASH') {
    if (offer.tendered !== undefined) refuseField('payment.tendered', 'Only cash has change: leave it out.');
    return { totals, amount: offer.amount, tendered: null, change: null };
  }
  const payable = cashRounding ? roundedForCash(totals) : totals;
  const isInFull = offer.amount === totals.total || offer.amount === payable.total;
  if (!isInFull && offer.amount > Math.min(totals.total, payable.total)) {
    refuseField(
      'payment.amount',
      `The total is ${formatCents(payable.total)}. Key that as the amount, and the money handed over as tendered.`,
    );
  }
  const amount = isInFull ? payable.total : offer.amount;
  return { totals: isInFull ? payable : totals, amount, ...changeFor(amount, offer.tendered) };
}

/** @throws Refusal VALIDATION when less is handed over than is to be paid. */
export function changeFor(amount: Cents, tendered: Cents | undefined) {
  if (tendered === undefined) return { tendered: null, change: null };
  if (tendered < amount) {
    refuseField('payment.tendered', `${formatCents(tendered)} is less than the ${formatCents(amount)} to be paid.`);
  }
  return { tendered, change: cents(tendered - amount) };
}
