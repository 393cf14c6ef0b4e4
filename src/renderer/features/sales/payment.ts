import { addCents, formatCents, negateCents, parseCents } from '../../../shared/money.ts';
import { PAYMENT_METHODS } from '../../../shared/contract/payments.ts';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { centsOf } from '../../format.ts';
import type { PaymentChoice, SaleDraft } from './sale-draft.ts';
import type { SaleInput } from './sale-input.ts';

export type Payment = NonNullable<SaleInput['payment']>;
export type PaymentForm = Pick<SaleDraft, 'amount' | 'reference'> & { method: PaymentChoice };
type Due = Pick<WireOutput<'transactions.quote'>, 'totalAmount' | 'cashTotal'>;

/** The ways to pay as they stand on the form. */
export const PAYMENT_CHOICES: readonly PaymentChoice[] = ['LATER', ...PAYMENT_METHODS];

export function nextChoice(choice: PaymentChoice): PaymentChoice {
  return PAYMENT_CHOICES[(PAYMENT_CHOICES.indexOf(choice) + 1) % PAYMENT_CHOICES.length] ?? choice;
}

/** What the clerk takes for a sale, or `null` when nothing is paid now. Without an amount typed: all of it. */
export function paymentFor(form: PaymentForm, due: Due): Payment | null {
  if (form.method === 'LATER') return null;
  const full = centsOf(form.method === 'CASH' ? due.cashTotal : due.totalAmount);
  const amount = form.amount === '' ? full : (parseCents(form.amount) ?? full);
  if (full <= 0 || amount <= 0) return null;
  const reference = form.reference.trim();
  return {
    method: form.method,
    amount: formatCents(amount),
    ...(form.method !== 'CASH' && reference !== '' ? { reference } : {}),
  };
}

/** What goes back over the counter; `null` until enough cash was handed over. */
export function changeFor(tendered: string, amount: string): string | null {
  const handed = parseCents(tendered);
  if (handed === null) return null;
  const change = addCents(handed, negateCents(centsOf(amount)));
  return change < 0 ? null : formatCents(change);
}
