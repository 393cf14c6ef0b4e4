import { formatPercent, type BasisPoints } from '../../../shared/money.ts';
import { documentText } from '../document-text.ts';

/** All words an invoice prints. Those about GST appear only on a registered company's invoice. */
export const invoiceText = {
  ...documentText,

  billTo: 'Bill to',
  dueDate: 'Payment due',

  unitPrice: 'Unit price',
  unitPriceIncluding: 'Unit price incl. GST',
  amount: 'Amount (S$)',
  amountIncluding: 'Amount incl. GST (S$)',
  amountExcluding: 'Amount excl. GST (S$)',

  category: {
    SR: (rate: BasisPoints) => `Standard-rated, GST ${formatPercent(rate)}%`,
    ZR: () => 'Zero-rated, GST 0%',
    ES33: () => 'Exempt from GST',
    OS: () => 'Refundable deposits, not subject to GST',
    NG: () => '',
  },

  subtotal: 'Subtotal',
  totalExcluding: 'Total excluding GST',
  gst: (rate: BasisPoints) => `GST ${formatPercent(rate)}%`,
  gstOn: (rate: BasisPoints, net: string) => `GST ${formatPercent(rate)}% on ${net}`,
  gstWithin: (rate: BasisPoints) => `of which GST ${formatPercent(rate)}%`,
  noGst: 'GST',
  totalIncluding: 'Total including GST',
  deposits: 'Deposits, not subject to GST',
  rounding: 'Cash rounding',
  totalPayable: 'Total payable',
  /** IRAS's words for a simplified tax invoice. */
  includesGst: 'Price payable includes GST',

  paid: 'Payment received',
  amountPaid: 'Amount paid',
  balanceDue: 'Balance due',
  /** Short enough for one line of the narrow roll. */
  receipt: (number: string) => `Receipt ${number}`,

  howToPay: 'How to pay',
  payBy: (date: string) => `Please pay by ${date}.`,
  payNow: 'Payable on receipt of this invoice.',
  scanToPay: (amount: string) => `Scan with your bank app to pay S$ ${amount} by PayNow`,
  paynow: { UEN: 'PayNow to UEN', MOBILE: 'PayNow to mobile' },
  paymentReference: 'Reference',

  meter: 'Gas meter',
  meterNumber: 'Meter no.',
  previousReading: 'Previous reading',
  currentReading: 'Current reading',
  estimated: (reading: string) => `${reading}, estimated`,
  usage: 'Usage',

  issued: (instant: string) => `Issued ${instant} by computer; no signature needed.`,
} as const;
