import type { InvoiceSnapshot, InvoiceSnapshotLine, TaxCategory } from '../../../shared/invoice-snapshot.ts';
import { invoiceText } from './invoice-text.ts';

export interface LineGroup {
  category: TaxCategory;
  /** `null` when nothing needs to be told apart. */
  heading: string | null;
  lines: InvoiceSnapshotLine[];
}

/** Deposits last: IRAS wants amounts that are not subject to GST apart (domain.md, "Tax invoice"). */
const ORDER: TaxCategory[] = ['SR', 'ZR', 'ES33', 'NG', 'OS'];

/** The lines by tax category, in the order they were entered. Without a GST number: one group without heading. */
export function lineGroupsOf(invoice: InvoiceSnapshot): LineGroup[] {
  if (invoice.gstMode === null) return [{ category: 'NG', heading: null, lines: invoice.lines }];
  const groups = ORDER.map((category) => ({
    category,
    heading: headingOf(invoice, category),
    lines: invoice.lines.filter((line) => line.taxCategory === category),
  })).filter((group) => group.lines.length > 0);
  const [only] = groups;
  return groups.length === 1 && only?.category === 'SR' ? [{ ...only, heading: null }] : groups;
}

function headingOf(invoice: InvoiceSnapshot, category: TaxCategory): string | null {
  const tax = invoice.taxes.find((candidate) => candidate.category === category);
  return tax ? invoiceText.category[category](tax.rate) : null;
}
