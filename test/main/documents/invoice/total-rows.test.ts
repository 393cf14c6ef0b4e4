import { expect, test } from 'vitest';
import { printCents } from '../../../../src/main/documents/figures.ts';
import { totalRowsOf } from '../../../../src/main/documents/invoice/total-rows.ts';
import type { InvoiceSnapshot } from '../../../../src/shared/invoice-snapshot.ts';
import { parsePercent, ZERO_CENTS } from '../../../../src/shared/money.ts';
import { invoiceLine, invoiceOf, known, money, workedExample } from '../../../helpers/invoice-snapshots.ts';

function printed(invoice: InvoiceSnapshot): string[] {
  return totalRowsOf(invoice).map((row) => `${row.label} ${printCents(row.amount)}`);
}

test("the worked example's deposit comes after the total with tax", () => {
  expect(printed(workedExample())).toEqual([
    'Total excluding GST 111.36',
    'GST 9% 10.02',
    'Total including GST 121.38',
    'Deposits, not subject to GST 60.00',
    'Cash rounding 0.02',
  ]);
  expect(printCents(workedExample().total)).toBe('181.40');
});

test('one tax rate and nothing else needs no more than three rows', () => {
  const invoice = invoiceOf([invoiceLine('LPG cylinder 14 kg', '36.50', '36.50')], 'exclusive');
  expect(printed(invoice)).toEqual(['Total excluding GST 36.50', 'GST 9% 3.29', 'Total including GST 39.79']);
});

test('zero-rated supplies are told apart from standard-rated ones', () => {
  const invoice = invoiceOf([invoiceLine('LPG cylinder 14 kg', '100.00', '100.00')], 'exclusive');
  const zeroRated = { category: 'ZR', rate: known(parsePercent('0')), net: money('50.00'), tax: ZERO_CENTS } as const;
  const mixed = { ...invoice, taxes: [...invoice.taxes, zeroRated], net: money('150.00') };
  expect(printed(mixed).slice(0, 3)).toEqual([
    'Standard-rated, GST 9% 100.00',
    'Zero-rated, GST 0% 50.00',
    'Total excluding GST 150.00',
  ]);
});

test('without a GST number there is nothing between the lines and the total, unless cash was rounded', () => {
  const invoice = invoiceOf([invoiceLine('Hose', '12.02', '12.02', { taxCategory: 'NG' })], null);
  expect(printed(invoice)).toEqual([]);
  expect(printed({ ...invoice, rounding: money('-0.02'), total: money('12.00') })).toEqual([
    'Subtotal 12.02',
    'Cash rounding -0.02',
  ]);
});
