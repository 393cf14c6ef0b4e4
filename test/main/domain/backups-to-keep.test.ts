import { describe, expect, test } from 'vitest';
import { backupsToKeep } from '../../../src/main/domain/backups-to-keep.ts';
import type { Instant } from '../../../src/shared/dates.ts';

const QUARTER_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** 08:00 at the depot. */
const MORNING = Date.parse('2026-01-01T00:00:00.000Z');

const copyAt = (time: number, isGood = true) => ({ createdAt: new Date(time).toISOString() as Instant, isGood });

/** A copy every quarter of an hour from eight to ten at night. */
const dayOf = (day: number) => Array.from({ length: 57 }, (_, n) => copyAt(MORNING + day * DAY_MS + n * QUARTER_MS));

const kept = (copies: Parameters<typeof backupsToKeep>[0]) =>
  [...backupsToKeep(copies)].map(({ createdAt }) => createdAt).toSorted();

describe('copies of the books', () => {
  test('of today: the last two hours', () => {
    const today = dayOf(0);
    expect(kept(today)).toEqual(today.slice(-8).map(({ createdAt }) => createdAt));
  });

  test('of a year and more: two hours, the last of each of 14 days, the last of each of 12 months', () => {
    const copies = Array.from({ length: 400 }, (_, day) => dayOf(day)).flat();
    const stay = kept(copies);
    // 4 February 2027 is the last day. It is among the 14 days, January's last day too.
    expect(stay).toHaveLength(8 + 13 + 10);
    expect(stay.slice(0, 3)).toEqual([
      '2026-03-31T14:00:00.000Z',
      '2026-04-30T14:00:00.000Z',
      '2026-05-31T14:00:00.000Z',
    ]);
    expect(stay.at(-9)).toBe('2027-02-03T14:00:00.000Z');
  });

  test('thinned out as they come are the same as thinned out at once', () => {
    const copies = Array.from({ length: 60 }, (_, day) => dayOf(day)).flat();
    let left: typeof copies = [];
    for (const copy of copies) left = [...backupsToKeep([...left, copy])];
    expect(left.map(({ createdAt }) => createdAt).toSorted()).toEqual(kept(copies));
  });

  test('in which something is wrong do not push out the last good one, of a day or of all', () => {
    const bad = Array.from({ length: 20 }, (_, n) => copyAt(MORNING + n * QUARTER_MS, n === 0));
    expect(kept(bad)).toHaveLength(9);
    expect(kept(bad)[0]).toBe('2026-01-01T00:00:00.000Z');
  });
});
