import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadTax } from '../../../src/main/domain/spread-tax.ts';
import type { Cents } from '../../../src/shared/money.ts';

const sr = (net: number) => ({ net: net as Cents, taxCategory: 'SR' as const });
const os = (net: number) => ({ net: net as Cents, taxCategory: 'OS' as const });
const tax = (amount: number) => [{ category: 'SR' as const, tax: amount as Cents }];

test('each line has its share, and the cents that are left go where rounding puts them', () => {
  expect(spreadTax([sr(7300), os(6000), sr(1200)], tax(765))).toEqual([657, 0, 108]);
  expect(spreadTax([sr(177), sr(177), sr(177)], tax(37))).toEqual([12, 13, 12]);
  expect(spreadTax([sr(100), sr(-100)], tax(0))).toEqual([0, 0]);
  expect(spreadTax([sr(-500), sr(-500)], tax(-91))).toEqual([-46, -45]);
  expect(spreadTax([], tax(0))).toEqual([]);
});

test('the lines of a category always come to its tax', () => {
  const amounts = fc.array(fc.integer({ min: -50_000, max: 500_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: -90_000, max: 90_000 }), (nets, whole) => {
      const spread = spreadTax([...nets.map(sr), os(6000)], tax(whole));
      expect(spread.reduce<number>((sum, amount) => sum + amount, 0)).toBe(whole);
      expect(spread.at(-1)).toBe(0);
    }),
  );
});
