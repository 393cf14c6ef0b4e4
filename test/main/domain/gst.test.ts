import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountsExcludingTax, type Gst, gstRateOn, type TaxedLine, taxSummary } from '../../../src/main/domain/gst.ts';
import { roundedForCash, totalsOf } from '../../../src/main/domain/totals.ts';
import type { BusinessDate } from '../../../src/shared/dates.ts';
import { type BasisPoints, cents } from '../../../src/shared/money.ts';

const exclusive = (rate: number): Gst => ({ mode: 'exclusive', rate: rate as BasisPoints });
const inclusive = (rate: number): Gst => ({ mode: 'inclusive', rate: rate as BasisPoints });
const standard = (amount: number): TaxedLine => ({ amount: cents(amount), taxCategory: 'SR' });
const deposit = (amount: number): TaxedLine => ({ amount: cents(amount), taxCategory: 'OS' });

const someLines = fc.array(
  fc.record({
    amount: fc.nat(5_000_000).map(cents),
    taxCategory: fc.constantFrom('SR' as const, 'OS' as const, 'ZR' as const),
  }),
  { minLength: 1, maxLength: 40 },
);
const someGst = fc.record({
  mode: fc.constantFrom('exclusive' as const, 'inclusive' as const),
  rate: fc.constantFrom(700, 800, 900).map((rate) => rate as BasisPoints),
});

describe('GST (domain.md, "Billing a sale", 4)', () => {
  test('is worked out once on the sum: three lines of 1.77 at 7 % give 0.37 (edges.md 5)', () => {
    expect(totalsOf([standard(177), standard(177), standard(177)], exclusive(700)).tax).toBe(37);
  });

  test('inclusive: 3 × 1.77 holds 0.44, net 4.87 (edges.md 4)', () => {
    expect(totalsOf([standard(531)], inclusive(900))).toMatchObject({ net: 487, tax: 44, total: 531 });
  });

  test.each([
    ['2022-12-31', 700],
    ['2023-01-01', 800],
    ['2023-12-31', 800],
    ['2024-01-01', 900],
    ['2000-01-01', 0],
  ])('the rate on %s is %d', (date, expected) => {
    const rates = [
      { from: '2024-01-01', rate: 900 },
      { from: '2007-07-01', rate: 700 },
      { from: '2023-01-01', rate: 800 },
    ].map(({ from, rate }) => ({ from: from as BusinessDate, rate: rate as BasisPoints }));
    expect(gstRateOn(rates, date as BusinessDate)).toBe(expected);
  });

  test('deposits carry none, and a company without number charges none', () => {
    expect(totalsOf([standard(11_136), deposit(6000)], exclusive(900))).toMatchObject({ net: 17_136, tax: 1002 });
    expect(totalsOf([standard(10_000)], null)).toMatchObject({ net: 10_000, tax: 0, total: 10_000 });
  });

  test('the summary adds up to the total, and the lines to the summary', () => {
    fc.assert(
      fc.property(someLines, someGst, (lines, gst) => {
        const totals = totalsOf(lines, gst);
        expect(totals.net + totals.tax).toBe(totals.total);
        const perLine = amountsExcludingTax(lines, gst);
        expect(perLine.reduce<number>((sum, amount) => sum + amount, 0)).toBe(totals.net);
        const priced = lines.reduce((sum, line) => sum + line.amount, 0);
        expect(gst.mode === 'inclusive' ? totals.total : totals.net).toBe(priced);
      }),
    );
  });

  test('the order of the lines does not matter', () => {
    fc.assert(
      fc.property(someLines, someGst, (lines, gst) => {
        expect(totalsOf(lines.toReversed(), gst).total).toBe(totalsOf(lines, gst).total);
        expect(taxSummary(lines, gst).length).toBe(new Set(lines.map((line) => line.taxCategory)).size);
      }),
    );
  });

  test('cash rounding leaves the tax alone, and never makes a debt vanish', () => {
    fc.assert(
      fc.property(someLines, someGst, (lines, gst) => {
        const totals = totalsOf(lines, gst);
        const rounded = roundedForCash(totals);
        expect(rounded.tax).toBe(totals.tax);
        expect(rounded.net + rounded.tax + rounded.rounding).toBe(rounded.total);
        expect(rounded.total === 0).toBe(totals.total === 0);
      }),
    );
  });
});
