import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LastReading, meterUsage, unusualUsage } from '../../../src/main/domain/meter.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { type MilliCubicMetres, parseCubicMetres } from '../../../src/shared/quantity.ts';

const m3 = (text: string) => parseCubicMetres(text) as MilliCubicMetres;
const last = (text: string, isEstimated = false): LastReading => ({ reading: m3(text), isEstimated });
const next = (text: string, more: { isEstimated?: boolean; isRollover?: boolean } = {}) => ({
  current: m3(text),
  isEstimated: false,
  isRollover: false,
  digits: 5,
  ...more,
});

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
  return 'none';
}

describe('the meter (domain.md, "Billing a sale", 2; edges.md 12–15)', () => {
  test('usage is current less last', () => {
    expect(meterUsage(last('1480.000'), next('1489.250')).usage).toBe(9250);
    expect(meterUsage(last('1480.000'), next('1480.000')).usage).toBe(0);
  });

  test('below the last reading is refused', () => {
    expect(codeOf(() => meterUsage(last('1480.000'), next('1479.999')))).toBe('METER_ROLLBACK');
  });

  test('over its highest figure: 99990.500 to 12.250 is 21.750', () => {
    expect(meterUsage(last('99990.500'), next('12.250', { isRollover: true })).usage).toBe(21_750);
  });

  test('a rollover that is none is refused, and so is a digit too many', () => {
    expect(codeOf(() => meterUsage(last('10.000'), next('12.250', { isRollover: true })))).toBe('VALIDATION');
    expect(codeOf(() => meterUsage(last('10.000'), next('100000.000')))).toBe('VALIDATION');
  });

  test('the first reading is the baseline', () => {
    expect(meterUsage(null, next('100.000'))).toEqual({ previous: null, usage: 0, isBaseline: true });
  });

  test('an actual reading below an estimate gives the difference back; another estimate does not', () => {
    expect(meterUsage(last('1500.000', true), next('1490.000')).usage).toBe(-10_000);
    expect(codeOf(() => meterUsage(last('1500.000', true), next('1490.000', { isEstimated: true })))).toBe(
      'METER_ROLLBACK',
    );
  });

  test('usages add up to the distance gone, over any number of rollovers', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 99_999_998 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.nat(99_999_999), steps, (start, distances) => {
        let reading = start;
        let billed = 0;
        for (const distance of distances) {
          const current = (reading + distance) % 100_000_000;
          const isRollover = current < reading;
          const from = { reading: reading as MilliCubicMetres, isEstimated: false };
          billed += meterUsage(from, { ...next('0'), current: current as MilliCubicMetres, isRollover }).usage;
          reading = current;
        }
        expect(billed).toBe(distances.reduce((sum, distance) => sum + distance, 0));
      }),
    );
  });
});

const usages = (...values: number[]) => values.map((value) => value as MilliCubicMetres);

describe('unusual usage', () => {
  test('is more than five times the average of the last six', () => {
    expect(unusualUsage(usages(1000, 2000, 3000), 5)).toBe(10_000);
    expect(unusualUsage(usages(6, 6, 6, 6, 6, 6, 6_000_000), 5)).toBe(30);
  });

  test('has nothing to compare with at first; months without use do not count', () => {
    expect(unusualUsage([], 5)).toBeNull();
    expect(unusualUsage(usages(0, 0), 5)).toBeNull();
  });
});
