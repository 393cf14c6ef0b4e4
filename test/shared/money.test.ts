import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amountOf,
  cashRoundingOf,
  type Cents,
  cents,
  formatCents,
  formatRate,
  meterAmountOf,
  parseCents,
  parseRate,
  type Rate,
  taxOnTopOf,
  taxWithin,
  type BasisPoints,
} from '../../src/shared/money.ts';
import { type MilliCubicMetres, parseCubicMetres } from '../../src/shared/quantity.ts';
import { divideRounded } from '../../src/shared/rounding.ts';

const rate = (text: string) => parseRate(text) as Rate;
const usage = (text: string) => parseCubicMetres(text) as MilliCubicMetres;
const amount = fc.integer({ min: -900_000_000, max: 900_000_000 });

describe('the one rounding', () => {
  test.each([
    [5n, 10n, 1],
    [4n, 10n, 0],
    [-5n, 10n, -1],
    [-4n, 10n, 0],
    [15n, 10n, 2],
    [25n, 10n, 3],
    [0n, 7n, 0],
  ])('%d / %d → %d', (numerator, denominator, expected) => {
    expect(divideRounded(numerator, denominator)).toBe(expected);
  });

  test('is never further off than half, and mirrors at zero', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
        fc.bigInt({ min: 1n, max: 10n ** 7n }),
        (n, d) => {
          const rounded = divideRounded(n, d);
          const doubled = 2n * (BigInt(rounded) * d - n);
          expect(doubled <= d && doubled >= -d).toBe(true);
          expect(divideRounded(-n, d)).toBe(rounded === 0 ? 0 : -rounded);
        },
      ),
    );
  });

  test('refuses what a number cannot hold', () => {
    expect(() => divideRounded(10n ** 20n, 1n)).toThrow(RangeError);
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError);
  });
});

describe('money as text', () => {
  test('reads back what it wrote', () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(parseCents(formatCents(cents(value)))).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.nat(9_000_000), (value) => {
        expect(parseRate(formatRate(value as Rate))).toBe(value);
      }),
    );
  });

  test.each([
    ['38', 3800],
    ['38.5', 3850],
    ['-0.01', -1],
    ['0.00', 0],
    ['-0.00', 0],
  ])('reads %s', (text, expected) => {
    expect(parseCents(text)).toBe(expected);
  });

  test.each(['', '1.234', '1e3', ' 1', '1,000.00', '٣', '.5', '1.', '99999999999.00', 'NaN', '0x10'])(
    'refuses "%s"',
    (text) => {
      expect(parseCents(text)).toBeNull();
    },
  );

  test('keeps two decimals of a rate at least, four at most', () => {
    expect([rate('36.5'), rate('2.8504'), rate('2.85')].map(formatRate)).toEqual(['36.50', '2.8504', '2.85']);
  });
});

describe('amounts (domain.md, "Billing a sale"; edges.md 3, 16)', () => {
  test.each([
    ['9.250', '2.8500', 2636],
    ['0.005', '1.0000', 1],
    ['0.004', '1.0000', 0],
  ])('%s m³ at %s', (m3, price, expected) => {
    expect(meterAmountOf(usage(m3), rate(price))).toBe(expected);
  });

  test('a credit rounds away from zero like a charge', () => {
    expect(meterAmountOf(-10_000 as MilliCubicMetres, rate('2.85'))).toBe(-2850);
    expect(meterAmountOf(-5 as MilliCubicMetres, rate('1'))).toBe(-1);
  });

  test('a count times a rate', () => {
    expect(amountOf(2, rate('36.50'))).toBe(7300);
    expect(amountOf(3, rate('0.3333'))).toBe(100);
  });
});

describe('tax', () => {
  const nine = 900 as BasisPoints;

  test('3.555 is half up: 3.56 (edges.md 3)', () => {
    expect(taxOnTopOf(cents(3950), nine)).toBe(356);
  });

  test('5.31 with tax holds 0.44 (edges.md 4)', () => {
    expect(taxWithin(cents(531), nine)).toBe(44);
  });

  test('taken out of what it was put on top of, it is the same to the cent', () => {
    fc.assert(
      fc.property(fc.nat(90_000_000), fc.integer({ min: 0, max: 2000 }), (net, percent) => {
        const tax = taxOnTopOf(net as Cents, percent as BasisPoints);
        const within = taxWithin((net + tax) as Cents, percent as BasisPoints);
        expect(Math.abs(within - tax)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('cash rounding (edges.md 8)', () => {
  test.each([
    [1001, -1],
    [1002, -2],
    [1003, 2],
    [1007, -2],
    [1008, 2],
    [1000, 0],
    [1004, 1],
    [1006, -1],
    [1009, 1],
  ])('%d cents: %d', (total, rounding) => {
    expect(cashRoundingOf(cents(total))).toBe(rounding);
  });

  test('always leaves whole five cents, at most two away', () => {
    fc.assert(
      fc.property(fc.nat(90_000_000), (total) => {
        const rounding = cashRoundingOf(cents(total));
        expect(Math.abs(rounding)).toBeLessThanOrEqual(2);
        expect((total + rounding) % 5).toBe(0);
      }),
    );
  });
});
