import type { Branded } from './brand.ts';
import { formatDecimal, parseDecimal } from './decimal.ts';

/** Gas or a meter reading in 1/1000 m³. */
export type MilliCubicMetres = Branded<number, 'MilliCubicMetres'>;

/** `"1480.000"` → 1480000. Up to three decimals; `null` when it is not a reading. */
export function parseCubicMetres(text: string): MilliCubicMetres | null {
  return parseDecimal(text, 3) as MilliCubicMetres | null;
}

/** 1480000 → `"1480.000"`. */
export function formatCubicMetres(reading: MilliCubicMetres): string {
  return formatDecimal(reading, 3);
}
