import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import { addCents, negateCents, type Cents } from '../../../shared/money.ts';
import { printCents } from '../figures.ts';
import { invoiceText } from './invoice-text.ts';

export interface TotalRow {
  label: string;
  amount: Cents;
}

/**
 * From the lines to the amount to pay. On a tax invoice: total without tax, rate and tax, total with tax, and after
 * that the deposits, which are not subject to GST (domain.md, "Tax invoice"). The last row, `total`, is not in it.
 */
export function totalRowsOf(invoice: InvoiceSnapshot): TotalRow[] {
  const rounding = { label: invoiceText.rounding, amount: invoice.rounding };
  if (invoice.gstMode === null) {
    return invoice.rounding === 0 ? [] : [{ label: invoiceText.subtotal, amount: invoice.net }, rounding];
  }
  const deposits = addCents(
    ...invoice.lines.filter((line) => line.taxCategory === 'OS').map((line) => line.amountExcludingTax),
  );
  const net = addCents(invoice.net, negateCents(deposits));
  return [
    ...suppliesByCategory(invoice),
    { label: invoiceText.totalExcluding, amount: net },
    ...taxRows(invoice),
    { label: invoiceText.totalIncluding, amount: addCents(net, invoice.tax) },
    ...(deposits === 0 ? [] : [{ label: invoiceText.deposits, amount: deposits }]),
    ...(invoice.rounding === 0 ? [] : [rounding]),
  ];
}

/** Standard-rated, zero-rated and exempt supplies apart, when there is more than one of them. */
function suppliesByCategory(invoice: InvoiceSnapshot): TotalRow[] {
  const supplies = invoice.taxes.filter((tax) => tax.category !== 'OS');
  if (supplies.length < 2) return [];
  return supplies.map((tax) => ({ label: invoiceText.category[tax.category](tax.rate), amount: tax.net }));
}

function taxRows(invoice: InvoiceSnapshot): TotalRow[] {
  const taxed = invoice.taxes.filter((tax) => tax.category === 'SR');
  if (taxed.length === 0) return [{ label: invoiceText.noGst, amount: invoice.tax }];
  return taxed.map((tax) => ({
    label: taxed.length === 1 ? invoiceText.gst(tax.rate) : invoiceText.gstOn(tax.rate, printCents(tax.net)),
    amount: tax.tax,
  }));
}
