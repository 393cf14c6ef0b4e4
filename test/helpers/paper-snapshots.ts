import type { BusinessDate, Instant } from '../../src/shared/dates.ts';
import type { DeliveryNoteSnapshot } from '../../src/shared/delivery-note-snapshot.ts';
import type { DistributionSlipSnapshot } from '../../src/shared/distribution-slip-snapshot.ts';
import type { ReceiptSnapshot } from '../../src/shared/receipt-snapshot.ts';
import { invoiceWithLines, money } from './invoice-snapshots.ts';

const BUSINESS_DATE = '2026-01-20' as BusinessDate;
const ISSUED_AT = '2026-01-20T06:05:00.000Z' as Instant;

/** 500.00 in cash for 480.20: two invoices paid, one of them in part, and nothing left over. */
export function cashReceipt(more: Partial<ReceiptSnapshot> = {}): ReceiptSnapshot {
  return {
    number: 'RCT-KB1-2026-000789',
    businessDate: BUSINESS_DATE,
    issuedAt: ISSUED_AT,
    supplier: invoiceWithLines(1).supplier,
    customerCode: 'C0007',
    customerName: 'Geylang Prata House',
    method: 'CASH',
    reference: null,
    amount: money('480.20'),
    tendered: money('500.00'),
    change: money('19.80'),
    allocations: [
      { invoiceId: 11, invoiceNumber: 'INV-KB1-2026-000101', amount: money('181.40') },
      { invoiceId: 12, invoiceNumber: 'INV-KB1-2026-000123', amount: money('298.80') },
    ],
    credit: money('0.00'),
    servedBy: 'Nur Aisyah',
    ...more,
  };
}

/** A delivery from a truck, with empties, a half and a damaged cylinder back. */
export function deliveryNote(more: Partial<DeliveryNoteSnapshot> = {}): DeliveryNoteSnapshot {
  const { supplier, customer } = invoiceWithLines(1);
  return {
    number: 'TRX-KB1-2026-000456',
    invoiceNumber: 'INV-KB1-2026-000123',
    businessDate: BUSINESS_DATE,
    issuedAt: ISSUED_AT,
    supplier,
    customer,
    poNumber: 'PO-7781',
    remarks: null,
    servedBy: 'Nur Aisyah',
    source: 'Ravi Kumar, GBB1234A',
    goodsOut: [
      { description: 'LPG cylinder 14 kg', quantity: 4, onLoan: true },
      { description: 'LPG cylinder 50 kg', quantity: 2, onLoan: true },
      { description: 'Regulator, low pressure', quantity: 1, onLoan: false },
    ],
    goodsBack: [
      { description: 'LPG cylinder 14 kg', quantity: 2, condition: 'EMPTY' },
      { description: 'LPG cylinder 14 kg', quantity: 1, condition: 'HALF' },
      { description: 'LPG cylinder 50 kg', quantity: 1, condition: 'EMPTY' },
      { description: 'LPG cylinder 50 kg', quantity: 1, condition: 'DAMAGED' },
    ],
    ...more,
  };
}

/** A confirmed slip: a truck's morning load, and the empties of the day before. */
export function distributionSlip(more: Partial<DistributionSlipSnapshot> = {}): DistributionSlipSnapshot {
  return {
    number: 'DST-KB1-2026-000031',
    status: 'CONFIRMED',
    businessDate: BUSINESS_DATE,
    supplier: invoiceWithLines(1).supplier,
    depot: 'Kaki Bukit Depot',
    driver: 'Ravi Kumar',
    vehicle: 'GBB1234A',
    poNumber: 'PO-5520',
    remarks: null,
    writtenBy: 'Nur Aisyah',
    writtenAt: ISSUED_AT,
    confirmedBy: 'Lim Boon Keng',
    confirmedAt: '2026-01-20T06:20:00.000Z' as Instant,
    items: [
      { description: 'LPG cylinder 14 kg', direction: 'OUT', condition: 'FULL', quantity: 40 },
      { description: 'LPG cylinder 50 kg', direction: 'OUT', condition: 'FULL', quantity: 12 },
      { description: 'LPG cylinder 14 kg', direction: 'IN', condition: 'EMPTY', quantity: 38 },
      { description: 'LPG cylinder 50 kg', direction: 'IN', condition: 'EMPTY', quantity: 9 },
    ],
    ...more,
  };
}
