import type { BusinessDate, Instant } from './dates.ts';
import { addCents, type BasisPoints, type Cents, negateCents, type Rate, ZERO_CENTS } from './money.ts';
import type { MilliCubicMetres } from './quantity.ts';

/** IRAS tax categories: standard-rated, out of scope (refundable deposits), zero-rated, exempt, not registered. */
export const TAX_CATEGORIES = ['SR', 'OS', 'ZR', 'ES33', 'NG'] as const;
export type TaxCategory = (typeof TAX_CATEGORIES)[number];

export interface InvoiceSnapshotLine {
  description: string;
  /** A second, smaller line: meter readings, a deposit's terms, a note. */
  detail: string | null;
  /** As printed: `2`, or `9.250` with unit `m³`. */
  quantity: string;
  unit: string | null;
  rate: Rate;
  /** Quantity × rate as priced: with tax when prices include it. */
  amount: Cents;
  /** What IRAS asks for on each line; all lines add up to `net`. */
  amountExcludingTax: Cents;
  taxCategory: TaxCategory;
}

export interface InvoiceSnapshotTax {
  category: TaxCategory;
  rate: BasisPoints;
  net: Cents;
  tax: Cents;
}

/**
 * All that is printed on an invoice, as it was when it was issued. Kept with the invoice and never recomputed
 * (architecture.md, rule 5). Amounts are integers; the document turns them into text.
 */
export interface InvoiceSnapshot {
  version: 1;
  /** `Tax Invoice` only when the company has a GST number. */
  title: 'Tax Invoice' | 'Invoice';
  number: string;
  transactionNumber: string;
  businessDate: BusinessDate;
  issuedAt: Instant;
  /** `null` when the sale is due at once. */
  dueDate: BusinessDate | null;
  supplier: {
    name: string;
    address: string;
    postalCode: string;
    uen: string | null;
    gstNumber: string | null;
    paynow: { kind: 'UEN' | 'MOBILE'; value: string } | null;
  };
  customer: {
    code: string;
    name: string;
    address: string;
    postalCode: string;
    /** Where the gas goes, when that is not the billing address. */
    siteAddress: string | null;
    uen: string | null;
  };
  poNumber: string | null;
  remarks: string | null;
  servedBy: string;
  /** The depot's name, or the driver and his vehicle. */
  source: string;
  gstMode: 'exclusive' | 'inclusive' | null;
  lines: InvoiceSnapshotLine[];
  meter: {
    number: string | null;
    /** `null`: this reading is the baseline and bills nothing. */
    previous: MilliCubicMetres | null;
    current: MilliCubicMetres;
    usage: MilliCubicMetres;
    estimated: boolean;
  } | null;
  taxes: InvoiceSnapshotTax[];
  net: Cents;
  tax: Cents;
  rounding: Cents;
  total: Cents;
  /** What was paid when the sale was made. */
  payment: {
    receiptNumber: string;
    method: string;
    amount: Cents;
    tendered: Cents | null;
    change: Cents | null;
    reference: string | null;
  } | null;
}

/** What was left to pay when the invoice was issued. */
export function owedOn({ total, payment }: InvoiceSnapshot): Cents {
  return addCents(total, negateCents(payment?.amount ?? ZERO_CENTS));
}
