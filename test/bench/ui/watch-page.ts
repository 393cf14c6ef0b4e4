import type { Page } from '@playwright/test';

/** What the browser itself noted while something was done. */
export interface Watched {
  /** How long each frame took that took longer than 50 ms, in milliseconds (Long Animation Frames). */
  longFrames: number[];
  /** From a key to the picture that shows it, in milliseconds, 8 ms fine (Event Timing). */
  keys: number[];
}

/** Nobody sees a frame that is not late: at 60 a second, one takes this long. */
export const FRAME_MS = 1000 / 60;
/** Event Timing does not tell of what was quicker. */
const SHORTEST_TOLD_MS = 16;

/** Notes frames and keys from now on, on every page that is opened. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript((durationThreshold) => {
    const seen = { frames: [] as number[], keys: new Map<number, number>() };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const frame of list.getEntries()) seen.frames.push(frame.duration);
    }).observe({ type: 'long-animation-frame', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
        if (entry.interactionId === 0 || !entry.name.startsWith('key')) continue;
        seen.keys.set(entry.interactionId, Math.max(entry.duration, seen.keys.get(entry.interactionId) ?? 0));
      }
    }).observe({ type: 'event', buffered: true, durationThreshold } as PerformanceObserverInit);
  }, SHORTEST_TOLD_MS);
}

/**
 * What was noted while something was done on the page that is open.
 *
 * @param keys how many keys it presses: those that nobody was told of were quick.
 */
export async function watched(page: Page, keys: number, act: () => Promise<void>): Promise<Watched> {
  await page.evaluate(forget);
  await act();
  // Entries come after their frame.
  await page.waitForTimeout(300);
  const { frames, told } = await page.evaluate(recall);
  const quick = Array.from({ length: Math.max(0, keys - told.length) }, () => SHORTEST_TOLD_MS);
  return { longFrames: frames, keys: [...told, ...quick] };
}

interface Seen {
  seen: { frames: number[]; keys: Map<number, number> };
}

function forget(): void {
  const { seen } = globalThis as unknown as Seen;
  seen.frames.length = 0;
  seen.keys.clear();
}

function recall(): { frames: number[]; told: number[] } {
  const { seen } = globalThis as unknown as Seen;
  return { frames: seen.frames, told: [...seen.keys.values()] };
}
