import { eraseText, typeText } from './typed-text.ts';

/** A host that has not answered after this will hardly do so, in milliseconds. Esc does not wait for it. */
const LONGEST_HOLD = 20_000;

/** Who asked for keys to be kept back. */
const holds = new Set<symbol>();
let kept: KeyboardEvent[] = [];

/**
 * Keeps keys back while the screen is about to put the focus elsewhere, and types them there afterwards: a fast clerk
 * does not wait for the answer to a search before typing the first quantity.
 *
 * @returns lets them go; `false`: throws them away, because what came is not what they were meant for.
 */
export function holdTyping(): (isWanted?: boolean) => void {
  const hold = Symbol('hold');
  holds.add(hold);
  const release = (isWanted = true) => {
    clearTimeout(timer);
    if (!holds.delete(hold)) return;
    if (!isWanted) kept = [];
    if (holds.size === 0) replay();
  };
  const timer = setTimeout(release, LONGEST_HOLD);
  return release;
}

/** @returns whether the key is kept back: nobody else is to hear it now. */
export function keepBack(event: KeyboardEvent): boolean {
  if (holds.size === 0 || !event.isTrusted || event.isComposing || isModifier(event.key)) return false;
  if (event.key === 'Escape') {
    typeNow();
    return false;
  }
  kept.push(event);
  return true;
}

/** Something is asked, or takes its time: keys go where the focus is again, and those kept back were not meant for it. */
export function typeNow(): void {
  holds.clear();
  kept = [];
}

/** The first keys of a code that a scanner read meanwhile are nobody's typing. */
export function dropKeptSince(at: number): void {
  kept = kept.filter(({ timeStamp }) => timeStamp < at);
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'Meta';
}

function replay(): void {
  const events = kept;
  kept = [];
  for (const [index, event] of events.entries()) {
    press(event);
    // It was an Enter that asks for something again: the rest waits for that.
    if (holds.size > 0) {
      kept = [...events.slice(index + 1), ...kept];
      return;
    }
  }
}

function press({ key, code, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const how = { key, code, ctrlKey, altKey, metaKey, shiftKey, bubbles: true, cancelable: true };
  if (!target.dispatchEvent(new KeyboardEvent('keydown', how))) return;
  if (key.length === 1 && !ctrlKey && !altKey && !metaKey) typeText(key);
  else if (key === 'Backspace') eraseText();
  else if (key === 'Enter' && target instanceof HTMLButtonElement) target.click();
}
