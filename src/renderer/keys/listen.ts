import { bindingFor } from './key-registry.ts';
import { readScan } from './scans.ts';
import { keepBack } from './type-ahead.ts';

/** Before anybody else hears the key, so that a popup still counts as open on the Esc that closes it. */
export function startListening(): void {
  window.addEventListener('keydown', hear, { capture: true });
}

function hear(event: KeyboardEvent): void {
  const binding = bindingFor(event);
  if (readScan(event) || (!binding?.isAlways && keepBack(event))) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  if (binding === undefined) return;
  event.preventDefault();
  if (!event.repeat) binding.run();
}
