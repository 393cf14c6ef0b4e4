const MINUTE_MS = 60_000;
const PAUSES_MS = [5_000, 30_000, 2 * MINUTE_MS, 10 * MINUTE_MS, 30 * MINUTE_MS, 60 * MINUTE_MS];
/** A fifth more or less, so that what failed together does not come back together. */
const JITTER = 0.2;

/** No job waits longer for its next try. */
export const LONGEST_PAUSE_MS = Math.max(...PAUSES_MS) * (1 + JITTER);

/**
 * How long to wait after a failed try, growing; `null` when it is time to give up and say so.
 *
 * @param chance a number from 0 up to 1.
 */
export function pauseAfter(attempts: number, chance: number): number | null {
  const pause = PAUSES_MS[attempts - 1];
  return pause === undefined ? null : jittered(pause, chance);
}

/** The same for what is never given up: every hour in the end. */
export function endlessPauseAfter(attempts: number, chance: number): number {
  return pauseAfter(attempts, chance) ?? jittered(Math.max(...PAUSES_MS), chance);
}

function jittered(pause: number, chance: number): number {
  return Math.round(pause * (1 - JITTER + 2 * JITTER * chance));
}
