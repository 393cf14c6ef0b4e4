import type { BusinessDate, Instant } from './dates.ts';
import type { InvoiceSnapshot } from './invoice-snapshot.ts';
import type { Cents } from './money.ts';

/** All that is printed on a receipt, as it was when the money was taken (architecture.md, rule 5). */
export interface ReceiptSnapshot {
  number: string;
  businessDate: BusinessDate;
  issuedAt: Instant;
  supplier: InvoiceSnapshot['supplier'];
  customerCode: string;
  customerName: string;
  /** `CASH`, `PAYNOW`, `CHEQUE`, `TRANSFER` or `CARD`. */
  method: string;
  reference: string | null;
  amount: Cents;
  tendered: Cents | null;
  change: Cents | null;
  /** The invoices it paid, and how much of each. */
  allocations: { invoiceId: number; invoiceNumber: string; amount: Cents }[];
  /** What was more than owed: it stays the customer's. */
  credit: Cents;
  servedBy: string;
}
