import { expect, test } from 'vitest';
import { LONGEST_PAUSE_MS, pauseAfter } from '../../../src/main/outbox/retry.ts';

const MIDDLE = 0.5;

test('pauses grow from five seconds to an hour, and after the seventh try there is none', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => pauseAfter(attempts, MIDDLE));
  expect(pauses).toEqual([5_000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000, null, null]);
});

test('what failed together does not come back together: a fifth less, a fifth more', () => {
  expect([pauseAfter(1, 0), pauseAfter(1, 0.25), pauseAfter(1, 1)]).toEqual([4_000, 4_500, 6_000]);
  expect(pauseAfter(6, 1)).toBe(LONGEST_PAUSE_MS);
});
