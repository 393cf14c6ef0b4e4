/** As many as a line can hold (contract: `quantity`). */
const MOST = 9_999;

/** A typed count, and one more. */
export function oneMore(count: string | undefined): string {
  return String(Math.min(Number(count ?? 0) + 1, MOST));
}
