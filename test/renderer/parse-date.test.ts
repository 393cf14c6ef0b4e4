import { expect, it } from 'vitest';
import { parseTypedDate } from '../../src/renderer/parse-date.ts';
import type { BusinessDate } from '../../src/shared/dates.ts';

const TODAY = '2026-01-20' as BusinessDate;

it.each([
  ['5', '2026-01-05'],
  ['5/2', '2026-02-05'],
  ['5 feb', '2026-02-05'],
  ['5.2.25', '2025-02-05'],
  ['5 February 2025', '2025-02-05'],
  ['20 Jan 2026', '2026-01-20'],
  ['2026-01-19', '2026-01-19'],
  ['31/2', null],
  ['5 ma', null],
  ['soon', null],
  ['', null],
])('reads %j as %j', (typed, date) => {
  expect(parseTypedDate(typed, TODAY)).toBe(date);
});
