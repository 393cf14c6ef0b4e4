import type { BusinessDate, Instant } from './dates.ts';
import type { InvoiceSnapshot } from './invoice-snapshot.ts';

export const RETURN_CONDITIONS = ['EMPTY', 'HALF', 'DAMAGED'] as const;
export type ReturnCondition = (typeof RETURN_CONDITIONS)[number];

/** What went to a customer and what came back from him, without a price. */
export interface DeliveryNoteSnapshot {
  /** The sale's: `TRX-KB1-2026-000456`. */
  number: string;
  /** `null`: only returns, which are not billed. */
  invoiceNumber: string | null;
  businessDate: BusinessDate;
  issuedAt: Instant;
  supplier: InvoiceSnapshot['supplier'];
  customer: InvoiceSnapshot['customer'];
  poNumber: string | null;
  remarks: string | null;
  servedBy: string;
  /** The depot's name, or the driver and his vehicle. */
  source: string;
  /** `onLoan`: it stays the supplier's. */
  goodsOut: { description: string; quantity: number; onLoan: boolean }[];
  goodsBack: { description: string; quantity: number; condition: ReturnCondition }[];
}
