import type { BusinessDate, Instant } from './dates.ts';
import type { InvoiceSnapshot } from './invoice-snapshot.ts';

/** What a truck takes from a depot and brings back to it, as the slip stands at this moment. */
export interface DistributionSlipSnapshot {
  number: string;
  status: 'DRAFT' | 'CONFIRMED' | 'CANCELLED';
  businessDate: BusinessDate;
  supplier: InvoiceSnapshot['supplier'];
  depot: string;
  driver: string;
  vehicle: string | null;
  poNumber: string | null;
  remarks: string | null;
  writtenBy: string;
  writtenAt: Instant;
  confirmedBy: string | null;
  confirmedAt: Instant | null;
  items: DistributionSlipItem[];
}

export interface DistributionSlipItem {
  description: string;
  /** `OUT`: depot to truck ("Collection"); `IN`: truck to depot. */
  direction: 'OUT' | 'IN';
  condition: 'FULL' | 'EMPTY' | 'DAMAGED';
  quantity: number;
}
