import { expect, test } from 'vitest';
import { lineGroupsOf } from '../../../../src/main/documents/invoice/line-groups.ts';
import { invoiceLine, invoiceOf, workedExample } from '../../../helpers/invoice-snapshots.ts';

test('deposits stand apart, under their own heading, after what is taxed', () => {
  const { lines, ...rest } = workedExample();
  const groups = lineGroupsOf({ ...rest, lines: lines.toReversed() });
  expect(groups.map((group) => group.heading)).toEqual([
    'Standard-rated, GST 9%',
    'Refundable deposits, not subject to GST',
  ]);
  expect(groups.at(-1)?.lines.map((line) => line.description)).toEqual(['Cylinder deposit 14 kg']);
});

test('no heading when all lines are taxed alike', () => {
  const invoice = invoiceOf([invoiceLine('Hose', '12.00', '12.00')], 'exclusive');
  expect(lineGroupsOf(invoice).map((group) => group.heading)).toEqual([null]);
});

test('deposits alone keep their heading', () => {
  const invoice = invoiceOf([invoiceLine('Deposit', '60.00', '60.00', { taxCategory: 'OS' })], 'exclusive');
  expect(lineGroupsOf(invoice).map((group) => group.heading)).toEqual(['Refundable deposits, not subject to GST']);
});

test('without a GST number all lines are one group', () => {
  const lines = [
    invoiceLine('Hose', '12.00', '12.00', { taxCategory: 'NG' }),
    invoiceLine('Deposit', '60.00', '60.00', { taxCategory: 'OS' }),
  ];
  expect(lineGroupsOf(invoiceOf(lines, null))).toEqual([{ category: 'NG', heading: null, lines }]);
});

test('no line is ever left out', () => {
  const lines = (['NG', 'OS', 'ES33', 'ZR', 'SR'] as const).map((taxCategory) =>
    invoiceLine(taxCategory, '1.00', '1.00', { taxCategory }),
  );
  const grouped = lineGroupsOf(invoiceOf(lines, 'exclusive')).flatMap((group) => group.lines);
  expect(grouped.map((line) => line.taxCategory)).toEqual(['SR', 'ZR', 'ES33', 'NG', 'OS']);
});
