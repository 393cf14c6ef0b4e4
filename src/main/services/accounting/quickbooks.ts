import type { AccountingDocument } from './document.ts';
import { type DocumentRows, type FileLimit, figure, importDate, money, type Names } from './import-rows.ts';
import type { AccountingPayment } from './read-payments.ts';

const LINE_COLUMNS = [
  'Memo',
  'Item(Product/Service)',
  'ItemDescription',
  'ItemQuantity',
  'ItemRate',
  '*ItemAmount',
  '*ItemTaxCode',
  'ItemTaxAmount',
  'Currency',
] as const;

/** QuickBooks Online's sample file for invoices, outside the United States. */
export const QUICKBOOKS_COLUMNS = [
  '*InvoiceNo',
  '*Customer',
  '*InvoiceDate',
  '*DueDate',
  'Terms',
  'Location',
  ...LINE_COLUMNS,
] as const;

/** Its import of credit notes: amounts above zero, and nothing is due. */
export const QUICKBOOKS_CREDIT_COLUMNS = ['*CreditNoteNo', '*Customer', '*CreditNoteDate', ...LINE_COLUMNS] as const;

/** Its three-column bank file. */
export const QUICKBOOKS_BANK_COLUMNS = ['Date', 'Description', 'Amount'] as const;

export const QUICKBOOKS_LIMIT: FileLimit = { documents: 100, rows: 1_000 };
export const QUICKBOOKS_BANK_LIMIT: FileLimit = { documents: 1_000, rows: 1_000 };

/** Its own codes for Singapore; accounts follow from its products and services. */
export const QUICKBOOKS_NAMES: Names = {
  salesAccount: '',
  depositAccount: '',
  roundingAccount: '',
  tax: { SR: '9% SR', ZR: '0% ZR', ES33: '0% ES33', OS: '0% OS', NG: 'Out of Scope' },
};

export function quickBooksRows(document: AccountingDocument, names: Names): DocumentRows {
  const { number, customer, date, dueDate } = document;
  const head = [number, customer, importDate(date), importDate(dueDate), null, null];
  return lineRows(document, names).map((line) => [...head, ...line]);
}

export function quickBooksCreditRows(document: AccountingDocument, names: Names): DocumentRows {
  const { number, customer, date } = document;
  return lineRows(document, names).map((line) => [number, customer, importDate(date), ...line]);
}

function lineRows({ reference, lines }: AccountingDocument, names: Names): DocumentRows {
  return lines.map(({ item, description, quantity, unit, net, taxCategory, tax }) => [
    reference,
    item,
    description,
    figure(quantity),
    figure(unit),
    money(net),
    names.tax[taxCategory],
    money(tax),
    'SGD',
  ]);
}

export function quickBooksPayment(payment: AccountingPayment): DocumentRows {
  const { date, amount, customer, description, reference, payerReference } = payment;
  const words = [customer, reference, description, payerReference].filter(Boolean).join(' · ');
  return [[importDate(date), words, money(amount)]];
}
