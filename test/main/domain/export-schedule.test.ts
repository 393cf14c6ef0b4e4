import { describe, expect, test } from 'vitest';
import { lastPlanned, nextPlanned } from '../../../src/main/domain/export-schedule.ts';

/** A Tuesday, 09:00 at the depot. */
const now = new Date('2026-01-20T01:00:00.000Z');
const depot = (text: string) => new Date(`${text}:00.000+08:00`);

describe('the planned moments around a moment', () => {
  test('of every day', () => {
    const daily = { every: 'day', at: '18:00' } as const;
    expect([lastPlanned(daily, now), nextPlanned(daily, now)]).toEqual([
      depot('2026-01-19T18:00'),
      depot('2026-01-20T18:00'),
    ]);
    const onTheDot = { every: 'day', at: '09:00' } as const;
    expect([lastPlanned(onTheDot, now), nextPlanned(onTheDot, now)]).toEqual([now, depot('2026-01-21T09:00')]);
    // Midnight at the depot is four in the afternoon of the day before in UTC.
    expect(lastPlanned({ every: 'day', at: '00:00' }, depot('2026-01-20T00:00'))).toEqual(depot('2026-01-20T00:00'));
  });

  test('of a day of the week', () => {
    expect(lastPlanned({ every: 'week', weekday: 7, at: '23:59' }, now)).toEqual(depot('2026-01-18T23:59'));
    expect(nextPlanned({ every: 'week', weekday: 7, at: '23:59' }, now)).toEqual(depot('2026-01-25T23:59'));
    expect(lastPlanned({ every: 'week', weekday: 2, at: '09:30' }, now)).toEqual(depot('2026-01-13T09:30'));
  });

  test('of a day of the month', () => {
    expect(lastPlanned({ every: 'month', day: 21, at: '06:00' }, now)).toEqual(depot('2025-12-21T06:00'));
    expect(nextPlanned({ every: 'month', day: 20, at: '09:00' }, now)).toEqual(depot('2026-02-20T09:00'));
    expect(nextPlanned({ every: 'month', day: 28, at: '00:00' }, depot('2026-01-28T00:00'))).toEqual(
      depot('2026-02-28T00:00'),
    );
  });

  test('are none when nothing is planned', () => {
    expect([lastPlanned({ every: 'never' }, now), nextPlanned({ every: 'never' }, now)]).toEqual([null, null]);
  });
});
