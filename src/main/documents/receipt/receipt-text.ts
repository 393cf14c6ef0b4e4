import { documentText } from '../document-text.ts';

/** All words a receipt prints. */
export const receiptText = {
  ...documentText,
  title: 'Receipt',
  receivedFrom: 'Received from',
  receivedBy: 'Received by',
  inPaymentOf: 'In payment of',
  amount: 'Amount (S$)',
  credit: 'Kept as credit',
  amountReceived: 'Amount received',
  /** The same where there is less room. */
  received: 'Received',
  issued: (instant: string) => `Issued ${instant} by computer; no signature needed.`,
} as const;
