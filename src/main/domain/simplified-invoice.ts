import type { InvoiceSnapshot } from '../../shared/invoice-snapshot.ts';
import { addCents, cents } from '../../shared/money.ts';

/** IRAS: a simplified tax invoice may be issued up to this much, tax included. */
const SIMPLIFIED_LIMIT = cents(1_000_00);

/**
 * Whether an invoice may be printed on the till roll as a simplified one (domain.md, "Tax invoice"): up to $1 000 with
 * tax, before cash rounding and with deposits, and all its supplies standard-rated at one rate. Without a GST number
 * it is no tax invoice, and there is no such limit.
 */
export function maySimplify({ gstMode, taxes, net, tax }: InvoiceSnapshot): boolean {
  if (gstMode === null) return true;
  const [supply, ...others] = taxes.filter(({ category }) => category !== 'OS');
  return supply?.category === 'SR' && others.length === 0 && addCents(net, tax) <= SIMPLIFIED_LIMIT;
}
