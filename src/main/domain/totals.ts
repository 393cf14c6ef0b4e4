import type { InvoiceSnapshotTax } from '../../shared/invoice-snapshot.ts';
import { addCents, type Cents, cashRoundingOf, ZERO_CENTS } from '../../shared/money.ts';
import { type Gst, type TaxedLine, taxSummary } from './gst.ts';

export interface Totals {
  taxes: InvoiceSnapshotTax[];
  net: Cents;
  tax: Cents;
  rounding: Cents;
  total: Cents;
}

/** Net, tax and total of a sale's lines before any cash rounding. The total may be negative: the caller refuses that. */
export function totalsOf(lines: readonly TaxedLine[], gst: Gst | null): Totals {
  const taxes = taxSummary(lines, gst);
  const net = addCents(...taxes.map((row) => row.net));
  const tax = addCents(...taxes.map((row) => row.tax));
  return { taxes, net, tax, rounding: ZERO_CENTS, total: addCents(net, tax) };
}

/**
 * The totals of a sale that is fully paid in cash at once: rounded to the nearest 5 cents, tax left as it was
 * (domain.md, "Billing a sale", 5). A total that would round to nothing stays as it is: somebody has to owe it.
 */
export function roundedForCash(totals: Totals): Totals {
  const rounding = cashRoundingOf(totals.total);
  const total = addCents(totals.total, rounding);
  return total === 0 ? totals : { ...totals, rounding, total };
}
