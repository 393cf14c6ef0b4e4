import { documentText } from '../document-text.ts';

/** All words a delivery note prints; none of them is a price. */
export const deliveryNoteText = {
  ...documentText,
  title: 'Delivery Note',
  deliveredBy: 'Delivered by',
  goodsOut: 'Goods delivered',
  goodsBack: 'Goods returned',
  onLoan: 'On loan',
  ownership: 'Ownership',
  conditions: { EMPTY: 'Empty', HALF: 'Half', DAMAGED: 'Damaged' },
  receivedFor: (customer: string) => `Received for ${customer}`,
  issued: (instant: string) => `Issued ${instant} by computer.`,
} as const;
