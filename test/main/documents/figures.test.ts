import { expect, test } from 'vitest';
import {
  printCents,
  printCubicMetres,
  printPieces,
  printRate,
  totalPieces,
} from '../../../src/main/documents/figures.ts';
import { parseRate } from '../../../src/shared/money.ts';
import { parseCubicMetres } from '../../../src/shared/quantity.ts';
import { known, money } from '../../helpers/invoice-snapshots.ts';

test.for([
  ['0.00', '0.00'],
  ['999.99', '999.99'],
  ['1000.00', '1,000.00'],
  ['1234567.80', '1,234,567.80'],
  ['-28.50', '-28.50'],
  ['-123456.00', '-123,456.00'],
])('an amount of %s is printed as %s', ([amount, printed]) => {
  expect(printCents(money(amount!))).toBe(printed);
});

test('a rate keeps its decimals apart from the grouping of thousands', () => {
  expect(printRate(known(parseRate('2.8504')))).toBe('2.8504');
  expect(printRate(known(parseRate('1138')))).toBe('1,138.00');
});

test('a reading has three decimals and its unit', () => {
  expect(printCubicMetres(known(parseCubicMetres('99990.5')))).toBe('99990.500 m³');
});

test('pieces are grouped in thousands, and none is a dash', () => {
  expect([0, 7, 1200].map(printPieces)).toEqual(['–', '7', '1,200']);
  expect(totalPieces([{ quantity: 990 }, { quantity: 20 }])).toBe('1,010');
  expect(totalPieces([])).toBe('–');
});
