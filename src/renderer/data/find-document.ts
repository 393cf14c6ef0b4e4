import { ask } from './ask.ts';

/** A document and the screen that shows it. */
export interface FoundDocument {
  number: string;
  /** Whose it is, where the list says so. */
  about: string;
  path: string;
}

const FEW = 4;
/** `INV-KB1-2026-000123`, or as much of it as is typed. */
const KIND = /^(INV|DST|TRX|RCT)\b/;

/**
 * Documents by number: in full, its beginning or its running number. A sale and a receipt are shown by their invoice.
 *
 * @throws {ApiProblem}
 */
export async function findDocuments(typed: string): Promise<FoundDocument[]> {
  const search = typed.trim().toUpperCase();
  if (!/\d/.test(search)) return [];
  const find = FINDERS[KIND.exec(search)?.[1] ?? ''];
  if (find) return find(search);
  const found = await Promise.all([invoices(search), slips(search)]);
  return found.flat();
}

/** The document with exactly this number, if there is one. @throws {ApiProblem} */
export async function documentNumbered(number: string): Promise<FoundDocument | undefined> {
  if (!KIND.test(number.toUpperCase())) return undefined;
  const found = await findDocuments(number);
  return found.find((document) => document.number === number.toUpperCase());
}

const FINDERS: Record<string, (search: string) => Promise<FoundDocument[]>> = {
  INV: invoices,
  DST: slips,
  TRX: sales,
  RCT: receipts,
};

async function invoices(search: string): Promise<FoundDocument[]> {
  const { items } = await ask('invoices.list', { search, limit: FEW });
  return items.map(({ id, number, customerName }) => ({ number, about: customerName, path: `/invoices/${id}` }));
}

async function slips(search: string): Promise<FoundDocument[]> {
  const { items } = await ask('distributions.list', { search, limit: FEW });
  return items.map(({ id, number, poNumber }) => ({ number, about: poNumber ?? '', path: `/distributions/${id}` }));
}

async function sales(search: string): Promise<FoundDocument[]> {
  const { items } = await ask('transactions.list', { search, limit: FEW });
  return items.flatMap(({ number, customerName, invoiceId }) =>
    invoiceId === null ? [] : [{ number, about: customerName, path: `/invoices/${invoiceId}` }],
  );
}

async function receipts(search: string): Promise<FoundDocument[]> {
  const { items } = await ask('payments.list', { search, limit: FEW });
  return items.flatMap(({ receiptNumber, allocations: [first] }) =>
    first === undefined
      ? []
      : [{ number: receiptNumber, about: first.invoiceNumber, path: `/invoices/${first.invoiceId}` }],
  );
}
