import type { Cents } from '../../../shared/money.ts';
import type { ReceiptSnapshot } from '../../../shared/receipt-snapshot.ts';
import { receiptText } from './receipt-text.ts';

/** What the money of a receipt went to: the invoices in the order paid, then what stays the customer's. */
export function settledBy({ allocations, credit }: ReceiptSnapshot): { label: string; amount: Cents }[] {
  const invoices = allocations.map(({ invoiceNumber, amount }) => ({ label: invoiceNumber, amount }));
  return credit === 0 ? invoices : [...invoices, { label: receiptText.credit, amount: credit }];
}
