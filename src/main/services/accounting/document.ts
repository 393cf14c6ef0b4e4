import type { BusinessDate } from '../../../shared/dates.ts';
import type { TaxCategory } from '../../../shared/invoice-snapshot.ts';
import { type Cents, formatRate, type Rate, rateFromCents } from '../../../shared/money.ts';

/** An invoice or a credit note as a bookkeeper's program takes it: its lines come to its total to the cent. */
export interface AccountingDocument {
  number: string;
  /** The customer as he is called now, with his code where two are called the same. */
  customer: string;
  email: string | null;
  address: string;
  postalCode: string;
  date: BusinessDate;
  dueDate: BusinessDate;
  reference: string | null;
  total: Cents;
  lines: AccountingLine[];
}

export interface AccountingLine {
  kind: 'sale' | 'deposit' | 'rounding';
  item: string;
  description: string;
  /** Quantity × unit is the net without any rounding: `1` where the printed ones are not. */
  quantity: string;
  unit: string;
  net: Cents;
  tax: Cents;
  taxCategory: TaxCategory;
}

const THOUSANDTHS = 1_000n;
const RATE_UNITS_PER_CENT = 100n;

/**
 * Quantity and price of a line for a program that multiplies them itself: the printed ones when they come to the net
 * exactly; otherwise one of the net, since the other program would round in its own way.
 */
export function exactPrice(line: { quantity: string; rate: Rate; net: Cents }): { quantity: string; unit: string } {
  const { quantity, rate, net } = line;
  const [whole = '', decimals = ''] = quantity.split('.');
  const milli = /^\d+$/.test(whole + decimals) && decimals.length <= 3 ? BigInt(whole + decimals.padEnd(3, '0')) : null;
  const isExact = milli !== null && milli * BigInt(rate) === BigInt(net) * RATE_UNITS_PER_CENT * THOUSANDTHS;
  return isExact ? { quantity, unit: formatRate(rate) } : onePiece(net);
}

/** One of an amount. */
export function onePiece(net: Cents): { quantity: string; unit: string } {
  return { quantity: '1', unit: formatRate(rateFromCents(net)) };
}
