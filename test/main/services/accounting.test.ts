import path from 'node:path';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate/browser';
import { expect, onTestFinished, test } from 'vitest';
import type { WireInput } from '../../../src/shared/contract/index.ts';
import { type CounterOptions } from '../../helpers/open-counter.ts';
import { type EdgeCase, openEdgeCase, problemOf } from '../../helpers/open-edge-case.ts';
import { requestId } from '../../helpers/open-test-console.ts';

type Asked = Pick<WireInput<'reports.accounting'>, 'program' | 'kind'> & Partial<WireInput<'reports.accounting'>>;
type Row = Record<string, string>;

const DAYS = { from: '2026-01-01', to: '2026-01-31' };

async function open(options: CounterOptions = {}): Promise<EdgeCase> {
  const edge = await openEdgeCase(options);
  onTestFinished(() => edge.console.remove());
  return edge;
}

function rowsIn(bytes: Uint8Array): Row[] {
  const read: Row[] = parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), { columns: true });
  return read;
}

async function file({ admin }: EdgeCase, asked: Asked): Promise<Row[]> {
  return rowsIn((await admin('reports.accounting', { ...DAYS, ...asked })).bytes);
}

const cents = (text: string | undefined) => Math.round(Number(text) * 100);
const sum = (rows: readonly Row[], ...columns: string[]) =>
  rows.reduce((total, row) => total + columns.reduce((part, column) => part + cents(row[column]), 0), 0);
/** What Xero makes of a line: quantity × unit. */
const netOf = (rows: readonly Row[]) =>
  rows.reduce((total, row) => total + Math.round(Number(row['*Quantity']) * Number(row['*UnitAmount']) * 100), 0);

/** Two cylinders, a piece of service, a deposit and 9.25 m³, to a customer whose name is a formula. */
async function sellAll(edge: EdgeCase): Promise<void> {
  const meter = { isMeterInstalled: true, meterDigits: 5, meterRate: '2.8504', lastMeterReading: '100.000' };
  const { id: customerId } = await edge.addCustomer({ name: '=K', email: 'k@example.com', ...meter });
  const deposit = { type: 'deposit' as const, equipmentId: edge.cylinder14.id, quantity: 1 };
  const items = [edge.deliver(2), await edge.charge('1.77', 3), deposit];
  await edge.sell(items, { customerId, poNumber: 'PO-7', currentMeter: '109.250' });
}

test('an invoice in Xero’s columns: lines and taxes come to the total, quantity and price as printed', async () => {
  const edge = await open();
  await sellAll(edge);
  const rows = await file(edge, { program: 'xero', kind: 'invoices' });
  expect(rows[0]).toMatchObject({
    '*ContactName': "'=K",
    EmailAddress: 'k@example.com',
    POAddressLine1: '1 Road',
    POPostalCode: '123456',
    '*InvoiceDate': '20/01/2026',
    Reference: 'PO-7',
    '*DueDate': '20/01/2026',
    '*Description': 'CYL 14 kg',
    '*Quantity': '2',
    '*UnitAmount': '39.50',
    '*AccountCode': '200',
    '*TaxType': 'Standard-Rated Supplies',
    TaxAmount: '7.11',
    Currency: 'SGD',
  });
  const [invoice] = (await edge.admin('invoices.list', { search: rows[0]?.['*InvoiceNumber'] ?? '' })).items;
  expect(netOf(rows)).toBe(cents(invoice?.net));
  expect(sum(rows, 'TaxAmount')).toBe(cents(invoice?.tax));
  expect(new Set(rows.map((row) => row['Total']))).toEqual(new Set([invoice?.total]));
  // 9.250 × 2.8504 is 26.3662: the other program is not left to round it.
  expect(rows.filter((row) => row['*Description']?.endsWith('9.250 m³'))).toMatchObject([
    { '*Quantity': '1', '*UnitAmount': '26.37' },
  ]);
  expect(rows.find((row) => row['*AccountCode'] === '835')).toMatchObject({
    '*UnitAmount': '60.00',
    '*TaxType': 'No Tax',
    TaxAmount: '0.00',
  });
});

test('with GST in the price each line is its net, and three lines of 1.77 come to their tax together', async () => {
  const edge = await open();
  await edge.admin('settings.update', { tax: { gstMode: 'inclusive' } });
  await edge.sell([await edge.charge('1.77'), await edge.charge('1.77'), await edge.charge('1.77')]);
  const rows = await file(edge, { program: 'quickbooks', kind: 'invoices' });
  // 5.31 with 9 % in it: 4.87 and 0.44.
  expect(rows.map((row) => [row['ItemQuantity'], row['ItemRate'], row['*ItemAmount'], row['ItemTaxAmount']])).toEqual([
    ['1', '1.62', '1.62', '0.15'],
    ['1', '1.63', '1.63', '0.14'],
    ['1', '1.62', '1.62', '0.15'],
  ]);
  expect(rows[0]).toMatchObject({ '*Customer': 'K', '*ItemTaxCode': '9% SR', '*InvoiceDate': '20/01/2026' });
  expect(sum(rows, '*ItemAmount')).toBe(487);
  expect(sum(rows, '*ItemAmount', 'ItemTaxAmount')).toBe(531);
});

test('cash rounding is a line of its own without tax, a lower price is the price', async () => {
  const edge = await open();
  const cheaper = { ...edge.deliver(1), rate: '30.05', rateReason: 'promised' };
  await edge.sell([cheaper], { payment: { method: 'CASH', amount: '32.75' } });
  const rows = await file(edge, { program: 'xero', kind: 'invoices', roundingAccount: '999', standardRated: 'SR 9' });
  // 30.05 and 2.70 come to 32.75 without rounding; a second sale rounds.
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ '*UnitAmount': '30.05', TaxAmount: '2.70', Total: '32.75', '*TaxType': 'SR 9' });
  await edge.sell([edge.deliver(1)], { payment: { method: 'CASH', amount: '39.80' } });
  const rounded = (await file(edge, { program: 'xero', kind: 'invoices', roundingAccount: '999' })).slice(1);
  expect(
    rounded.map((row) => [row['*Description'], row['*UnitAmount'], row['TaxAmount'], row['*AccountCode']]),
  ).toEqual([
    ['CYL 14 kg', '36.50', '3.29', '200'],
    ['Cash rounding', '0.01', '0.00', '999'],
  ]);
  expect(netOf(rounded) + sum(rounded, 'TaxAmount')).toBe(3980);
});

test('payments are lines of a bank statement, of one method if asked for', async () => {
  const edge = await open();
  await edge.sell([edge.deliver(1)]);
  const paid = { customerId: edge.customerK.id, amount: '20.00' } as const;
  await edge.admin('payments.create', { requestId: requestId(), ...paid, method: 'CHEQUE', reference: 'CHQ 1' });
  await edge.admin('payments.create', { requestId: requestId(), ...paid, method: 'PAYNOW' });
  expect(await file(edge, { program: 'xero', kind: 'payments', method: 'CHEQUE' })).toEqual([
    {
      '*Date': '20/01/2026',
      '*Amount': '20.00',
      Payee: 'K',
      Description: 'CHEQUE for INV-KB1-2026-000001',
      Reference: 'RCT-KB1-2026-000001',
      'Check Number': 'CHQ 1',
    },
  ]);
  expect(await file(edge, { program: 'quickbooks', kind: 'payments' })).toEqual([
    {
      Date: '20/01/2026',
      Description: 'K · RCT-KB1-2026-000001 · CHEQUE for INV-KB1-2026-000001 · CHQ 1',
      Amount: '20.00',
    },
    { Date: '20/01/2026', Description: 'K · RCT-KB1-2026-000002 · PAYNOW for INV-KB1-2026-000001', Amount: '20.00' },
  ]);
  expect(await file(edge, { program: 'quickbooks', kind: 'payments', from: '2026-01-21' })).toEqual([]);
});

test('credit notes are below zero for Xero; what was voided in the same days is in no file', async () => {
  const edge = await open();
  await edge.sell([edge.deliver(1)]);
  await edge.sell([edge.deliver(2)]);
  const db = new Database(path.join(edge.console.dataDir, 'depot.db'));
  const note = db.prepare(`INSERT INTO credit_notes (number, invoice_id, customer_id, business_date, issued_at, reason,
    is_void, net, tax, total, snapshot, user_id, commit_seq) VALUES (?, ?, 1, ?, '', ?, ?, ?, ?, ?, '{}', 1, 1)`);
  note.run('CN-KB1-2026-000001', 1, '2026-01-21', 'leaking valve', 0, 1000, 90, 1090);
  note.run('CN-KB1-2026-000002', 2, '2026-01-22', 'keyed twice', 1, 7300, 657, 7957);
  db.close();
  const numbers = (rows: readonly Row[]) => rows.map((row) => row['*InvoiceNumber'] ?? row['*InvoiceNo']);
  expect(numbers(await file(edge, { program: 'xero', kind: 'invoices' }))).toEqual(['INV-KB1-2026-000001']);
  const [credit, ...others] = await file(edge, { program: 'xero', kind: 'creditNotes' });
  expect(others).toEqual([]);
  expect(credit).toMatchObject({
    '*InvoiceNumber': 'CN-KB1-2026-000001',
    Reference: 'INV-KB1-2026-000001',
    '*Description': 'Credit for INV-KB1-2026-000001: leaking valve',
    '*Quantity': '1',
    '*UnitAmount': '-10.00',
    TaxAmount: '-0.90',
    Total: '-10.90',
  });
  expect(await file(edge, { program: 'quickbooks', kind: 'creditNotes' })).toMatchObject([
    { '*CreditNoteNo': 'CN-KB1-2026-000001', '*ItemAmount': '10.00', ItemTaxAmount: '0.90' },
  ]);
  // Imported on the 20th, taken back on the 22nd: each day’s files say so.
  expect(numbers(await file(edge, { program: 'quickbooks', kind: 'invoices', to: '2026-01-20' }))).toHaveLength(2);
  expect(numbers(await file(edge, { program: 'xero', kind: 'creditNotes', from: '2026-01-22' }))).toEqual([
    'CN-KB1-2026-000002',
  ]);
});

test('two customers of one name are told apart, and files are no longer than the program takes', async () => {
  const edge = await open();
  const other = await edge.addCustomer({ name: 'k' });
  for (let count = 0; count < 101; count += 1) {
    await edge.sell([await edge.charge('0.10')], count === 0 ? { customerId: other.id } : {});
  }
  const { fileName, contentType, bytes } = await edge.admin('reports.accounting', {
    ...DAYS,
    program: 'quickbooks',
    kind: 'invoices',
  });
  expect({ fileName, contentType }).toEqual({
    fileName: 'quickbooks-invoices-2026-01-01-2026-01-31.zip',
    contentType: 'application/zip',
  });
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]) => [name, rowsIn(content)] as const);
  expect(parts.map(([name, rows]) => [name, rows.length])).toEqual([
    ['quickbooks-invoices-2026-01-01-2026-01-31-1.csv', 100],
    ['quickbooks-invoices-2026-01-01-2026-01-31-2.csv', 1],
  ]);
  expect(parts[0]?.[1].slice(0, 2).map((row) => row['*Customer'])).toEqual([
    `k (${other.code})`,
    `K (${edge.customerK.code})`,
  ]);
  const backwards = edge.admin('reports.accounting', {
    program: 'xero',
    kind: 'invoices',
    from: '2026-02-01',
    to: '2026-01-01',
  });
  expect(await problemOf(backwards)).toMatchObject({ code: 'VALIDATION' });
});
