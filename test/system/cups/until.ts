import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until it is so, or for as long as nobody would wait. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 45_000; Date.now() < end; await pause(50)) {
    if (await isSo()) return;
  }
  throw new Error(`It did not happen: ${what}.`);
}
