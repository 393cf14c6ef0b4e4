import { expect, test } from 'vitest';
import { maySimplify } from '../../../src/main/domain/simplified-invoice.ts';
import type { InvoiceSnapshot } from '../../../src/shared/invoice-snapshot.ts';
import { parsePercent, ZERO_CENTS } from '../../../src/shared/money.ts';
import { invoiceLine, invoiceOf, known, money, workedExample } from '../../helpers/invoice-snapshots.ts';

function taxed(amount: string, gstMode: InvoiceSnapshot['gstMode'] = 'exclusive'): InvoiceSnapshot {
  return invoiceOf([invoiceLine('LPG cylinder 14 kg', amount, amount)], gstMode);
}

test('a counter sale with a deposit may go on the roll', () => {
  expect(maySimplify(workedExample())).toBe(true);
});

test.each([
  ['1000.00', 'inclusive', true],
  ['1000.01', 'inclusive', false],
  ['917.43', 'exclusive', true], // and 82.57 tax: 1 000.00
  ['917.44', 'exclusive', false],
] as const)('%s in %s prices: %s', (amount, gstMode, may) => {
  expect(maySimplify(taxed(amount, gstMode))).toBe(may);
});

test('cash rounding down to the limit does not get an invoice under it', () => {
  const invoice = taxed('1000.02', 'inclusive');
  expect(maySimplify({ ...invoice, rounding: money('-0.02'), total: money('1000.00') })).toBe(false);
});

test.each(['ZR', 'ES33'] as const)('a line that is %s wants the full invoice', (category) => {
  const invoice = taxed('100.00');
  const other = { category, rate: known(parsePercent('0')), net: money('5.00'), tax: ZERO_CENTS };
  expect(maySimplify({ ...invoice, taxes: [...invoice.taxes, other] })).toBe(false);
});

test('two rates want the full invoice', () => {
  const invoice = taxed('100.00');
  const older = { category: 'SR', rate: known(parsePercent('8')), net: money('5.00'), tax: money('0.40') } as const;
  expect(maySimplify({ ...invoice, taxes: [...invoice.taxes, older] })).toBe(false);
});

test('deposits alone carry no tax, so their invoice cannot say that the price includes it', () => {
  const invoice = invoiceOf([invoiceLine('Deposit', '60.00', '60.00', { taxCategory: 'OS' })], 'exclusive');
  expect(maySimplify({ ...invoice, taxes: invoice.taxes.filter((tax) => tax.category === 'OS') })).toBe(false);
});

test('without a GST number it is no tax invoice: any sale may go on the roll', () => {
  expect(maySimplify(invoiceOf([invoiceLine('Hose', '5000.00', '5000.00', { taxCategory: 'NG' })], null))).toBe(true);
});
