import { codeTaker, useKeyLayers } from './key-registry.ts';
import { ScanReader } from './scan-reader.ts';
import { dropKeptSince } from './type-ahead.ts';
import { type FieldMemory, rememberField, typeText } from './typed-text.ts';

/** Keys that turn out not to be a scanner's are typed after this, in milliseconds. */
const GIVE_BACK_AFTER = 80;

const reader = new ScanReader();
let kept = '';
let before: FieldMemory | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Reads along with every key. A scanner's code never stays in the field that happens to have the focus: it goes to
 * whoever listens for codes.
 *
 * @returns whether the key is taken: nobody else is to hear it.
 */
export function readScan(event: KeyboardEvent): boolean {
  if (!event.isTrusted || !isListening() || isPassword(event.target)) return false;
  const { key, timeStamp: at, ctrlKey, altKey, metaKey } = event;
  const verdict = reader.read({ key, at, isChord: ctrlKey || altKey || metaKey });
  if (verdict.kind === 'pass') {
    giveBack();
    if (reader.isFresh) before = rememberField();
    return false;
  }
  if (verdict.kind === 'keep') {
    kept += key;
    clearTimeout(timer);
    timer = setTimeout(giveBack, GIVE_BACK_AFTER);
    return true;
  }
  clearTimeout(timer);
  kept = '';
  before?.putBack();
  before = null;
  dropKeptSince(reader.startedAt);
  codeTaker(useKeyLayers.getState().layers)?.(verdict.code);
  return true;
}

function giveBack(): void {
  clearTimeout(timer);
  const text = kept;
  kept = '';
  if (text !== '') typeText(text);
}

function isListening(): boolean {
  return codeTaker(useKeyLayers.getState().layers) !== undefined;
}

/** A password may well be typed by a program that keeps passwords, as fast as a scanner. */
function isPassword(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.autocomplete.endsWith('-password');
}
