import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import { addCents } from '../../../shared/money.ts';
import { invoiceText } from './invoice-text.ts';
import { type TotalRow, totalRowsOf } from './total-rows.ts';

/**
 * From the lines of a simplified invoice to the amount to pay. Where prices include tax the lines add up to the total
 * with tax, so that comes first and the tax in it after; else as on the full invoice.
 */
export function simplifiedTotalRowsOf(invoice: InvoiceSnapshot): TotalRow[] {
  if (invoice.gstMode !== 'inclusive') return totalRowsOf(invoice);
  const taxed = invoice.taxes.filter(({ category }) => category === 'SR');
  const deposits = invoice.taxes.filter(({ category }) => category === 'OS').map(({ net }) => net);
  return [
    ...taxed.flatMap(({ rate, net, tax }) => [
      { label: invoiceText.totalIncluding, amount: addCents(net, tax) },
      { label: invoiceText.gstWithin(rate), amount: tax },
    ]),
    ...deposits.map((amount) => ({ label: invoiceText.deposits, amount })),
    ...(invoice.rounding === 0 ? [] : [{ label: invoiceText.rounding, amount: invoice.rounding }]),
  ];
}
