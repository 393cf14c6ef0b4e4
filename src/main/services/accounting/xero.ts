import { formatCents, negateCents } from '../../../shared/money.ts';
import type { AccountingDocument, AccountingLine } from './document.ts';
import { type DocumentRows, type FileLimit, figure, importDate, money, type Names } from './import-rows.ts';
import type { AccountingPayment } from './read-payments.ts';

/** Xero's template for sales invoices, in its order. */
export const XERO_COLUMNS = [
  '*ContactName',
  'EmailAddress',
  'POAddressLine1',
  'POAddressLine2',
  'POAddressLine3',
  'POAddressLine4',
  'POCity',
  'PORegion',
  'POPostalCode',
  'POCountry',
  '*InvoiceNumber',
  'Reference',
  '*InvoiceDate',
  '*DueDate',
  'Total',
  'InventoryItemCode',
  '*Description',
  '*Quantity',
  '*UnitAmount',
  'Discount',
  '*AccountCode',
  '*TaxType',
  'TaxAmount',
  'TrackingName1',
  'TrackingOption1',
  'TrackingName2',
  'TrackingOption2',
  'Currency',
  'BrandingTheme',
] as const;

/** Xero's template for a bank statement. */
export const XERO_BANK_COLUMNS = ['*Date', '*Amount', 'Payee', 'Description', 'Reference', 'Check Number'] as const;

export const XERO_LIMIT: FileLimit = { documents: 500, rows: Number.POSITIVE_INFINITY };
export const XERO_BANK_LIMIT: FileLimit = { documents: 1_000, rows: 1_000 };

/** What a new Xero organisation of Singapore has. */
export const XERO_NAMES: Names = {
  salesAccount: '200',
  depositAccount: '835',
  roundingAccount: '860',
  tax: {
    SR: 'Standard-Rated Supplies',
    ZR: 'Zero-Rated Supplies',
    ES33: 'Exempt Supplies',
    OS: 'No Tax',
    NG: 'No Tax',
  },
};

/** @param sign −1 for credit notes: Xero takes an invoice below zero for one */
export function xeroRows(document: AccountingDocument, names: Names, sign: 1 | -1): DocumentRows {
  const { customer, email, address, postalCode, number, reference, date, dueDate, total } = document;
  const signed = (amount: typeof total) => money(sign === 1 ? amount : negateCents(amount));
  const [first = '', ...others] = address.split('\n');
  const signedUnit = ({ unit }: AccountingLine) => figure(sign === 1 ? unit : opposite(unit));
  return document.lines.map((line) => [
    customer,
    email,
    first,
    others.join(', ') || null,
    null,
    null,
    'Singapore',
    null,
    postalCode,
    'Singapore',
    number,
    reference,
    importDate(date),
    importDate(dueDate),
    signed(total),
    null,
    line.description,
    figure(line.quantity),
    signedUnit(line),
    null,
    accountOf(line, names),
    names.tax[line.taxCategory],
    signed(line.tax),
    null,
    null,
    null,
    null,
    'SGD',
    null,
  ]);
}

function opposite(unit: string): string {
  return unit.startsWith('-') ? unit.slice(1) : `-${unit}`;
}

function accountOf({ kind }: AccountingLine, names: Names): string {
  switch (kind) {
    case 'sale':
      return names.salesAccount;
    case 'deposit':
      return names.depositAccount;
    case 'rounding':
      return names.roundingAccount;
  }
}

export function xeroPayment(payment: AccountingPayment): DocumentRows {
  const { date, amount, customer, description, reference, payerReference } = payment;
  return [[importDate(date), figure(formatCents(amount)), customer, description, reference, payerReference]];
}
