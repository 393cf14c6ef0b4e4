/** The largest magnitude a parsed figure may have, in its smallest unit: leaves room to add a million of them exactly. */
const LARGEST = 9_000_000_000;

/**
 * Reads a decimal string into a whole number of 10^-places units, without going through a float.
 * Fewer decimals are filled up; more than `places` are refused rather than rounded.
 *
 * @returns the integer, or `null` when the text is not such a figure.
 */
export function parseDecimal(text: string, places: number): number | null {
  const match = /^(-?)(\d{1,10})(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '0', fraction = ''] = match;
  if (fraction.length > places) return null;
  const value = Number(whole + fraction.padEnd(places, '0'));
  if (!Number.isSafeInteger(value) || value > LARGEST * 10 ** Math.max(0, places - 2)) return null;
  return sign && value !== 0 ? -value : value;
}

/**
 * Writes an integer of 10^-places units as a decimal string.
 *
 * @param least trailing zeros are dropped down to this many decimals (default: none are dropped).
 */
export function formatDecimal(value: number, places: number, least: number = places): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  let fraction = places === 0 ? '' : digits.slice(-places);
  while (fraction.length > least && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return `${value < 0 ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}
