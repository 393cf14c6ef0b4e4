import { describe, expect, test } from 'vitest';
import {
  addDays,
  type BusinessDate,
  businessDateOf,
  daysBetween,
  formatBusinessDate,
  formatInstant,
  formatMonth,
  monthOf,
  monthsUpTo,
  parseBusinessDate,
} from '../../src/shared/dates.ts';

describe('the business day is Singapore’s', () => {
  test.each([
    ['2026-01-19T15:59:59.999Z', '2026-01-19'],
    ['2026-01-19T16:00:00.000Z', '2026-01-20'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
  ])('%s is %s at the depot', (instant, day) => {
    expect(businessDateOf(new Date(instant))).toBe(day);
  });

  test('agrees with the time zone database', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Singapore' });
    for (let day = 0; day < 4000; day += 37) {
      const moment = new Date(Date.UTC(2020, 0, 1, (day * 5) % 24) + day * 86_400_000);
      expect(businessDateOf(moment)).toBe(format.format(moment));
    }
  });
});

describe('days of the calendar', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '2026-01-20T00:00', ''])(
    'refuses "%s"',
    (text) => {
      expect(parseBusinessDate(text)).toBeNull();
    },
  );

  test('counts over month, year and leap day', () => {
    expect(addDays('2024-02-28' as BusinessDate, 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01' as BusinessDate, -1)).toBe('2025-12-31');
    expect(daysBetween('2024-02-28' as BusinessDate, '2024-03-01' as BusinessDate)).toBe(2);
  });

  test('prints as on paper', () => {
    expect(formatBusinessDate('2026-01-20')).toBe('20 Jan 2026');
    expect(formatInstant('2026-01-20T01:05:00.000Z')).toBe('20 Jan 2026 09:05');
  });
});

describe('months', () => {
  test('follow each other over the turn of the year, up to that of a day', () => {
    expect(monthsUpTo('2026-02-20' as BusinessDate, 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsUpTo('2025-12-31' as BusinessDate, 1)).toEqual(['2025-12']);
  });

  test('are those of a day, and read as on paper', () => {
    expect(monthOf('2026-01-20')).toBe('2026-01');
    expect(formatMonth('2026-01')).toBe('Jan 2026');
  });
});
