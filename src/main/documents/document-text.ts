/** Words that several documents print. */
export const documentText = {
  copy: 'COPY',
  pageOf: (page: string, pages: string) => `Page ${page} of ${pages}`,
  uen: 'UEN',
  gstNumber: 'GST Reg. No.',
  currency: 'S$',

  date: 'Date',
  customer: 'Customer',
  customerCode: 'Customer no.',
  saleNumber: 'Sale no.',
  invoiceNumber: 'Invoice no.',
  receiptNumber: 'Receipt no.',
  poNumber: 'PO no.',
  servedBy: 'Served by',
  source: 'Supplied from',
  deliverTo: 'Deliver to',
  remarks: 'Remarks',

  lineNumber: 'No.',
  description: 'Description',
  quantity: 'Quantity',
  total: 'Total',
  none: 'None',

  paidBy: 'Paid by',
  methods: new Map([
    ['CASH', 'Cash'],
    ['PAYNOW', 'PayNow'],
    ['CHEQUE', 'Cheque'],
    ['TRANSFER', 'Bank transfer'],
    ['CARD', 'Card'],
  ]),
  tendered: 'Cash tendered',
  change: 'Change',
  reference: 'Reference',

  issuedAt: (instant: string) => `Issued ${instant}`,
  signature: 'Name, signature and date',
} as const;

/** How money was paid, in words. */
export function methodName(method: string): string {
  return documentText.methods.get(method) ?? method;
}
