import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EdgeCase, openEdgeCase } from '../../helpers/open-edge-case.ts';
import type { WireInput, WireOutput } from '../../../src/shared/contract/index.ts';

let edge: EdgeCase;
let cashCustomer: number;

/** K buys 79.57 on credit and 39.79 paid in part; a cash customer pays 13.08 in full, rounded to 13.10. */
beforeAll(async () => {
  edge = await openEdgeCase();
  await edge.sell([edge.deliver(2)]);
  await edge.sell([edge.deliver(1)], { payment: { method: 'PAYNOW', amount: '9.79' } });
  cashCustomer = (await edge.addCustomer({ name: '=SUM(A1)' })).id;
  const service = await edge.charge('12.00');
  await edge.sell([service], { customerId: cashCustomer, payment: { method: 'CASH', amount: '13.10' } });
});
afterAll(() => edge.console.remove());

type Sales = Extract<WireOutput<'reports.sales'>, { items: unknown }>;
type Customers = Extract<WireOutput<'reports.customers'>, { items: unknown }>;
type File = Extract<WireOutput<'reports.sales'>, { bytes: unknown }>;

const sales = async (input: WireInput<'reports.sales'> = {}) => (await edge.admin('reports.sales', input)) as Sales;
const fileOf = async (format: 'csv' | 'xlsx' | 'pdf') => (await edge.admin('reports.sales', { format })) as File;

test('the sales account of today has every invoice, and its sums are those of the books', async () => {
  const { from, to, items, sums } = await sales();
  expect([from, to]).toEqual(['2026-01-20', '2026-01-20']);
  expect(items.map(({ total, paid, outstanding, paymentStatus }) => [total, paid, outstanding, paymentStatus])).toEqual(
    [
      ['79.57', '0.00', '79.57', 'unpaid'],
      ['39.79', '9.79', '30.00', 'partly'],
      ['13.10', '13.10', '0.00', 'paid'],
    ],
  );
  expect(sums).toMatchObject({ invoices: 3, net: '121.50', tax: '10.94', rounding: '0.02', total: '132.46' });
  expect(sums).toMatchObject({ paid: '22.89', outstanding: '109.57' });
});

test('it is narrowed by customer, by payment and by days', async () => {
  expect((await sales({ customerId: cashCustomer })).sums).toMatchObject({ invoices: 1, total: '13.10' });
  expect((await sales({ paymentStatus: 'unpaid' })).items).toHaveLength(1);
  expect((await sales({ from: '2026-01-01', to: '2026-01-19' })).sums).toMatchObject({ invoices: 0, total: '0.00' });
});

test('days that end before they begin are told at their field', async () => {
  await expect(sales({ from: '2026-01-20', to: '2026-01-01' })).rejects.toThrow('must not be before the first day');
});

test('customers are listed by what they bought, with what of it is owed', async () => {
  const { items, sums } = (await edge.admin('reports.customers', {})) as Customers;
  expect(items.map(({ invoices, total, outstanding, overdue }) => [invoices, total, outstanding, overdue])).toEqual([
    [2, '119.36', '109.57', '0.00'],
    [1, '13.10', '0.00', '0.00'],
  ]);
  expect(sums).toMatchObject({ invoices: 3, total: '132.46', outstanding: '109.57' });
});

test('as CSV every figure is plain, and a name that looks like a formula stays a name', async () => {
  const { fileName, contentType, bytes } = await fileOf('csv');
  expect([fileName, contentType]).toEqual(['sales-account-2026-01-20.csv', 'text/csv; charset=utf-8']);
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\r\n');
  expect(lines[0]).toMatch(/^\u{FEFF}Date,Invoice,Customer no\.,Customer,/u);
  expect(lines[3]).toContain(",'=SUM(A1),");
  expect(lines[4]).toBe(',3 invoices,,,,,121.50,10.94,0.02,132.46,22.89,0.00,109.57');
});

test('as XLSX and PDF it is such a file', async () => {
  const xlsx = await fileOf('xlsx');
  expect(Buffer.from(xlsx.bytes.subarray(0, 2)).toString()).toBe('PK');
  expect(xlsx.fileName).toBe('sales-account-2026-01-20.xlsx');
  expect((await fileOf('pdf')).contentType).toBe('application/pdf');
});
