import { formatPercent, type BasisPoints } from '../../../shared/money.ts';

/** All words an invoice prints. Those about GST appear only on a registered company's invoice. */
export const invoiceText = {
  copy: 'COPY',
  pageOf: (page: string, pages: string) => `Page ${page} of ${pages}`,
  uen: 'UEN',
  gstNumber: 'GST Reg. No.',

  billTo: 'Bill to',
  deliverTo: 'Deliver to',
  customerCode: 'Customer no.',

  date: 'Date',
  dueDate: 'Payment due',
  saleNumber: 'Sale no.',
  poNumber: 'PO no.',
  servedBy: 'Served by',
  source: 'Supplied from',

  lineNumber: 'No.',
  description: 'Description',
  quantity: 'Quantity',
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
  noGst: 'GST',
  totalIncluding: 'Total including GST',
  deposits: 'Deposits, not subject to GST',
  rounding: 'Cash rounding',
  totalPayable: 'Total payable',
  currency: 'S$',

  paid: 'Payment received',
  paidBy: 'Paid by',
  amountPaid: 'Amount paid',
  tendered: 'Cash tendered',
  change: 'Change',
  receiptNumber: 'Receipt no.',
  reference: 'Reference',
  balanceDue: 'Balance due',
  methods: new Map([
    ['CASH', 'Cash'],
    ['PAYNOW', 'PayNow'],
    ['CHEQUE', 'Cheque'],
    ['TRANSFER', 'Bank transfer'],
    ['CARD', 'Card'],
  ]),

  howToPay: 'How to pay',
  payBy: (date: string) => `Please pay by ${date}.`,
  payNow: 'Payable on receipt of this invoice.',
  paynow: { UEN: 'PayNow to UEN', MOBILE: 'PayNow to mobile' },
  paymentReference: 'Reference',

  meter: 'Gas meter',
  meterNumber: 'Meter no.',
  previousReading: 'Previous reading',
  currentReading: 'Current reading',
  estimated: (reading: string) => `${reading}, estimated`,
  usage: 'Usage',

  remarks: 'Remarks',
  issued: (instant: string) => `Issued ${instant} by computer; no signature needed.`,
} as const;
