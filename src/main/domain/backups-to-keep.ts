import { type BusinessDate, businessDateOf, type Instant, monthOf } from '../../shared/dates.ts';

/** A copy of the books, as far as it matters for how long it is kept. */
export interface KeptCopy {
  createdAt: Instant;
  /** Nothing was found wrong in it. */
  isGood: boolean;
}

/** Quarters of an hour of which each has its copy: the last two hours of a busy counter. */
const RECENT = 8;
const DAYS = 14;
const MONTHS = 12;

/**
 * Which copies of the books stay: the newest ones, the last of each of the last 14 days there is one of, and the last of
 * each of the last 12 months (domain.md, "Owner, backup, restore"). A good copy stands for its day before a later one
 * that is not. Days are counted by the copies there are, so that a clock that jumps throws nothing away.
 */
export function backupsToKeep<Copy extends KeptCopy>(copies: readonly Copy[]): Set<Copy> {
  const newestFirst = copies.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const goodFirst = [...newestFirst.filter((copy) => copy.isGood), ...newestFirst.filter((copy) => !copy.isGood)];
  return new Set([
    ...newestFirst.slice(0, RECENT),
    ...newestFirst.filter((copy) => copy.isGood).slice(0, 1),
    ...lastOfEach(goodFirst, dayOf, DAYS),
    ...lastOfEach(goodFirst, (copy) => monthOf(dayOf(copy)), MONTHS),
  ]);
}

function dayOf({ createdAt }: KeptCopy): BusinessDate {
  return businessDateOf(new Date(createdAt));
}

function lastOfEach<Copy extends KeptCopy>(
  copies: readonly Copy[],
  periodOf: (copy: Copy) => string,
  count: number,
): Copy[] {
  const last = new Map<string, Copy>();
  for (const copy of copies) {
    const period = periodOf(copy);
    if (!last.has(period)) last.set(period, copy);
  }
  const periods = [...last.keys()].toSorted().toReversed().slice(0, count);
  return [...last].flatMap(([period, copy]) => (periods.includes(period) ? [copy] : []));
}
