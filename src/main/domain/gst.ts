import type { BusinessDate } from '../../shared/dates.ts';
import type { InvoiceSnapshotTax, TaxCategory } from '../../shared/invoice-snapshot.ts';
import { addCents, type BasisPoints, type Cents, cents, taxOnTopOf, taxWithin } from '../../shared/money.ts';

export type GstMode = 'exclusive' | 'inclusive';

export interface DatedTaxRate {
  from: BusinessDate;
  rate: BasisPoints;
}

/** How GST applies to one sale; `null` when the company is not registered. */
export interface Gst {
  mode: GstMode;
  /** The standard rate on the sale's business date. */
  rate: BasisPoints;
}

export interface TaxedLine {
  amount: Cents;
  taxCategory: TaxCategory;
}

const NO_TAX = 0 as BasisPoints;

export function gstRateOn(rates: readonly DatedTaxRate[], date: BusinessDate): BasisPoints {
  let found: DatedTaxRate | null = null;
  for (const candidate of rates) {
    if (candidate.from <= date && (found === null || candidate.from > found.from)) found = candidate;
  }
  return found?.rate ?? NO_TAX;
}

/** What a line counts as: a company without GST number charges none. */
export function categoryFor(category: TaxCategory, gst: Gst | null): TaxCategory {
  return gst === null ? 'NG' : category;
}

/**
 * Tax for each (category, rate), computed once on the sum of its lines: IRAS accepts this, and it is what makes three
 * lines of 1.77 at 7 % come to 0.37 (domain.md, "Billing a sale", 4).
 */
export function taxSummary(lines: readonly TaxedLine[], gst: Gst | null): InvoiceSnapshotTax[] {
  const sums = new Map<TaxCategory, Cents>();
  for (const { amount, taxCategory } of lines) {
    sums.set(taxCategory, addCents(sums.get(taxCategory) ?? cents(0), amount));
  }
  return [...sums].map(([category, sum]) => {
    if (gst === null || category !== 'SR') return { category, rate: NO_TAX, net: sum, tax: cents(0) };
    const tax = gst.mode === 'exclusive' ? taxOnTopOf(sum, gst.rate) : taxWithin(sum, gst.rate);
    return { category, rate: gst.rate, net: gst.mode === 'exclusive' ? sum : cents(sum - tax), tax };
  });
}

/**
 * Each line's amount without tax, as IRAS wants it printed. With inclusive prices the cents of rounding are spread
 * along the lines so that they add up to the summary's net exactly.
 */
export function amountsExcludingTax(lines: readonly TaxedLine[], gst: Gst | null): Cents[] {
  if (gst === null || gst.mode === 'exclusive') return lines.map((line) => line.amount);
  let gross = cents(0);
  let netSoFar = 0;
  return lines.map((line) => {
    if (line.taxCategory !== 'SR') return line.amount;
    gross = addCents(gross, line.amount);
    const net = gross - taxWithin(gross, gst.rate);
    const amount = cents(net - netSoFar);
    netSoFar = net;
    return amount;
  });
}
