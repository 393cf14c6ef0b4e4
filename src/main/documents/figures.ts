import { formatCents, formatRate, type Cents, type Rate } from '../../shared/money.ts';
import { formatCubicMetres, type MilliCubicMetres } from '../../shared/quantity.ts';

/** 123450 → `1,234.50`; a credit as `-28.50`. */
export function printCents(amount: Cents): string {
  return groupThousands(formatCents(amount));
}

/** 28504 → `2.8504`, 365000 → `36.50`. */
export function printRate(rate: Rate): string {
  return groupThousands(formatRate(rate));
}

/** 99990500 → `99990.500 m³`: ungrouped, as the digits stand on the meter. */
export function printCubicMetres(reading: MilliCubicMetres): string {
  return `${formatCubicMetres(reading)} m³`;
}

function groupThousands(figure: string): string {
  const [whole = '', fraction] = figure.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Pieces of goods: 1200 → `1,200`; none is a dash. */
export function printPieces(count: number): string {
  return count === 0 ? '–' : groupThousands(String(count));
}

export function totalPieces(goods: readonly { quantity: number }[]): string {
  return printPieces(goods.reduce((sum, { quantity }) => sum + quantity, 0));
}
