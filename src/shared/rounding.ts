/**
 * THE rounding of the product: `numerator / denominator` to the nearest integer, halves away from zero
 * (domain.md, "Billing a sale", 3: half up to the cent, away from zero for negatives).
 * Works on bigint, because litres × rate leaves the range in which a double is exact.
 *
 * @throws RangeError when the result is not a safe integer, or the denominator is not positive.
 */
export function divideRounded(numerator: bigint, denominator: bigint): number {
  if (denominator <= 0n) throw new RangeError('denominator must be positive');
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  const result = Number(negative ? -rounded : rounded);
  if (!Number.isSafeInteger(result)) throw new RangeError('amount too large');
  return result === 0 ? 0 : result;
}
