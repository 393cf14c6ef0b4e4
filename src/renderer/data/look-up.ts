import { t } from '../texts/index.ts';
import { toastProblem, toastTrouble } from '../ui/toasts.tsx';
import { findScanned, type Scanned } from './find-scanned.ts';

let queue: Promise<void> = Promise.resolve();

/** Looks a scanned code up. One after the other: twenty at once are twenty, in their order. */
export function lookUp(code: string, take: (found: Scanned) => void): void {
  queue = inTurn(queue, code, take);
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
