import type { Branded } from './brand.ts';
import { formatDecimal, parseDecimal } from './decimal.ts';
import { divideRounded } from './rounding.ts';

/** Singapore cents. */
export type Cents = Branded<number, 'Cents'>;
/** A price for one unit, in 1/10 000 dollar: meter rates have four decimals. */
export type Rate = Branded<number, 'Rate'>;
/** A tax rate in hundredths of a per cent: 9 % is 900. */
export type BasisPoints = Branded<number, 'BasisPoints'>;

const RATE_UNITS_PER_CENT = 100n;

export const ZERO_CENTS = 0 as Cents;

export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of cents: ${value}`);
  return value as Cents;
}

export function addCents(...amounts: Cents[]): Cents {
  return cents(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

export function negateCents(amount: Cents): Cents {
  return (amount === 0 ? 0 : -amount) as Cents;
}

/** `"38.00"` → 3800. One or two decimals may be left out. `null` when it is not money. */
export function parseCents(text: string): Cents | null {
  return parseDecimal(text, 2) as Cents | null;
}

/** 3800 → `"38.00"`. */
export function formatCents(amount: Cents): string {
  return formatDecimal(amount, 2);
}

/** `"2.8504"` → 28504. */
export function parseRate(text: string): Rate | null {
  return parseDecimal(text, 4) as Rate | null;
}

/** 28504 → `"2.8504"`, 365000 → `"36.50"`: two decimals at least, four at most. */
export function formatRate(rate: Rate): string {
  return formatDecimal(rate, 4, 2);
}

export function rateFromCents(amount: Cents): Rate {
  return (amount * 100) as Rate;
}

/** `"9"` or `"9.00"` per cent → 900. */
export function parsePercent(text: string): BasisPoints | null {
  return parseDecimal(text, 2) as BasisPoints | null;
}

export function formatPercent(rate: BasisPoints): string {
  return formatDecimal(rate, 2, 0);
}

/** Count × rate, rounded once to the cent (domain.md, "Billing a sale", 3). */
export function amountOf(quantity: number, rate: Rate): Cents {
  return divideRounded(BigInt(quantity) * BigInt(rate), RATE_UNITS_PER_CENT) as Cents;
}

/** Metered gas in 1/1000 m³ × rate, rounded once to the cent. */
export function meterAmountOf(milliCubicMetres: number, rate: Rate): Cents {
  return divideRounded(BigInt(milliCubicMetres) * BigInt(rate), 1000n * RATE_UNITS_PER_CENT) as Cents;
}

/** Tax to add on a sum of prices without tax. */
export function taxOnTopOf(net: Cents, rate: BasisPoints): Cents {
  return divideRounded(BigInt(net) * BigInt(rate), 10_000n) as Cents;
}

/** Tax contained in a sum of prices with tax: gross × rate ÷ (100 + rate). */
export function taxWithin(gross: Cents, rate: BasisPoints): Cents {
  return divideRounded(BigInt(gross) * BigInt(rate), 10_000n + BigInt(rate)) as Cents;
}

/**
 * What to add so that an amount can be paid in coins: the nearest 5 cents
 * (1,2 → 0; 3,4,6,7 → 5; 8,9 → 10; domain.md, "Billing a sale", 5).
 */
export function cashRoundingOf(total: Cents): Cents {
  const rounded = divideRounded(BigInt(total), 5n) * 5;
  return cents(rounded - total);
}
