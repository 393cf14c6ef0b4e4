import { t } from '../texts/index.ts';
import { toastDone, toastProblem, toastTrouble } from '../ui/toasts.tsx';
import { findScanned, placeOf, type Scanned } from './find-scanned.ts';

let queue: Promise<void> = Promise.resolve();

/** Looks a scanned code up. One after the other: twenty at once are twenty, in their order. */
export function lookUp(code: string, take: (found: Scanned) => void): void {
  queue = inTurn(queue, code, take);
}

/** Says what was read, and goes there only when that is wanted: something is being typed here. */
export function offerScanned(found: Scanned, go: (path: string) => void): void {
  const { name, path } = placeOf(found);
  toastDone(t.scans.last(name), { label: t.actions.open, run: () => go(path) });
}

async function inTurn(before: Promise<void>, code: string, take: (found: Scanned) => void): Promise<void> {
  await before;
  try {
    const found = await findScanned(code);
    if (found === null) toastTrouble(t.scans.unknown(code));
    else take(found);
  } catch (thrown) {
    toastProblem(thrown);
  }
}
