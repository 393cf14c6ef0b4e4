import { refuse, refuseField } from '../../shared/errors.ts';
import { formatCubicMetres, type MilliCubicMetres } from '../../shared/quantity.ts';

export interface LastReading {
  reading: MilliCubicMetres;
  isEstimated: boolean;
}

export interface NewReading {
  current: MilliCubicMetres;
  isEstimated: boolean;
  isRollover: boolean;
  /** Digits before the point on the meter's counter. */
  digits: number;
}

export interface MeterUsage {
  previous: MilliCubicMetres | null;
  usage: MilliCubicMetres;
  isBaseline: boolean;
}

const DEFAULT_DIGITS = 5;

export function digitsOf(meterDigits: number | null): number {
  return meterDigits ?? DEFAULT_DIGITS;
}

/**
 * Gas used since the last reading (domain.md, "Billing a sale", 2).
 *
 * @throws Refusal METER_ROLLBACK when the meter seems to run backwards; VALIDATION when the reading has too many digits.
 */
export function meterUsage(last: LastReading | null, next: NewReading): MeterUsage {
  const capacity = 10 ** next.digits * 1000;
  if (next.current >= capacity) {
    refuseField('currentMeter', `The meter has ${next.digits} digits before the point: check the reading.`);
  }
  if (last === null) return { previous: null, usage: 0 as MilliCubicMetres, isBaseline: true };
  const difference = next.current - last.reading;
  if (next.isRollover) {
    if (difference >= 0) {
      refuseField('meterRollover', 'The reading is not below the last one, so the meter has not rolled over.');
    }
    return used(last, difference + capacity);
  }
  // An estimate may have been too high: the actual reading gives the difference back.
  if (difference < 0 && (!last.isEstimated || next.isEstimated)) {
    const [lastText, currentText] = [formatCubicMetres(last.reading), formatCubicMetres(next.current)];
    refuse(
      'METER_ROLLBACK',
      `The reading ${currentText} is below the last one, ${lastText}. Check it; if the meter passed its highest figure, say so.`,
      { last: lastText, current: currentText },
    );
  }
  return used(last, difference);
}

function used(last: LastReading, usage: number): MeterUsage {
  return { previous: last.reading, usage: usage as MilliCubicMetres, isBaseline: false };
}

/** How many readings the average of `unusualUsage` looks back over. */
export const READINGS_AVERAGED = 6;

/**
 * The usage above which a reading must be confirmed: a factor times the average of the last six. `null` when there is
 * nothing to compare with.
 */
export function unusualUsage(recent: readonly MilliCubicMetres[], factor: number): MilliCubicMetres | null {
  const compared = recent.filter((usage) => usage > 0).slice(0, READINGS_AVERAGED);
  if (compared.length === 0) return null;
  const sum = compared.reduce<number>((total, usage) => total + usage, 0);
  return Math.floor((sum * factor) / compared.length) as MilliCubicMetres;
}
