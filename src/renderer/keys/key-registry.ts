import { create } from 'zustand';

export interface KeyBinding {
  /** `F9`, `Escape`, `?`, `Ctrl+K`. */
  key: string;
  /** What it does, for the list of keys. */
  label: string;
  run: () => void;
  /** Also while a popup is open. */
  isAlways?: boolean;
}

export interface KeyLayer {
  id: string;
  /** Everywhere in the console, below every screen. */
  isGlobal: boolean;
  /** A popup: what lies under it does not hear any key. */
  isModal: boolean;
  /** Whatever opens later, this alone hears. */
  isLock: boolean;
  bindings: readonly KeyBinding[];
  /** Takes a scanned code. The uppermost that does gets it. */
  onScan: TakesCode | undefined;
}

/** @param isCovered a popup lies over it: whoever is at work there must not be taken elsewhere. */
export type TakesCode = (code: string, isCovered: boolean) => void;

/** Who listens, lowest first: the console, the screen, popups in the order they opened. */
export const useKeyLayers = create<{ layers: readonly KeyLayer[] }>(() => ({ layers: [] }));

export function putLayer(layer: KeyLayer): void {
  useKeyLayers.setState(({ layers }) => ({
    layers: layers.some(({ id }) => id === layer.id)
      ? layers.map((other) => (other.id === layer.id ? layer : other))
      : [...layers, layer],
  }));
}

export function dropLayer(id: string): void {
  useKeyLayers.setState(({ layers }) => ({ layers: layers.filter((layer) => layer.id !== id) }));
}

/** The layers that hear keys now, topmost first: down to the uppermost popup, and nothing below it. */
export function hearingLayers(layers: readonly KeyLayer[]): KeyLayer[] {
  const heard = topDown(layers);
  const modal = heard.findIndex((layer) => layer.isModal);
  return modal === -1 ? heard : heard.slice(0, modal + 1);
}

/** All that lie on top of each other, topmost first: popups, the screen, the console. A lock lies over everything. */
function topDown(layers: readonly KeyLayer[]): KeyLayer[] {
  const lock = layers.find((layer) => layer.isLock);
  if (lock) return [lock];
  const levelOf = ({ isModal, isGlobal }: KeyLayer) => (isModal ? 0 : isGlobal ? 2 : 1);
  return layers.toReversed().toSorted((one, other) => levelOf(one) - levelOf(other));
}

/** Who takes a scanned code now. A popup without a use for codes lets them through to what lies beneath it. */
export function codeTaker(layers: readonly KeyLayer[]): ((code: string) => void) | undefined {
  const taker = topDown(layers).find(({ onScan }) => onScan !== undefined);
  if (taker?.onScan === undefined) return undefined;
  const { onScan, isModal } = taker;
  const isCovered = !isModal && layers.some((layer) => layer.isModal);
  return (code) => onScan(code, isCovered);
}

type Chord = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Shift is part of a character's own key, and says something else only with a key that has no character. */
export function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Chord): string {
  const name = key.length === 1 ? key.toUpperCase() : key;
  const shift = shiftKey && key.length > 1 ? 'Shift+' : '';
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shift}${name}`;
}

const ERASING = new Set(['Delete', 'Backspace']);

/**
 * A character key does nothing while words are being typed. Cells that only take digits are not words, but what erases
 * a character erases a digit, too.
 */
function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  const isErasing = ERASING.has(event.key);
  if (event.ctrlKey || event.metaKey || !(target instanceof HTMLElement)) return false;
  if (event.key.length > 1 && !isErasing) return false;
  if (target instanceof HTMLInputElement)
    return target.type !== 'checkbox' && target.type !== 'radio' && (isErasing || !isFigure(target));
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

function isFigure(input: HTMLInputElement): boolean {
  return input.type !== 'password' && (input.inputMode === 'numeric' || input.inputMode === 'decimal');
}

/** Esc first closes an open list of choices. */
function isClosingChoices(event: KeyboardEvent): boolean {
  return event.key === 'Escape' && document.activeElement?.getAttribute('aria-expanded') === 'true';
}

/** The binding that answers a key now, if any. */
export function bindingFor(event: KeyboardEvent): KeyBinding | undefined {
  if (event.isComposing || isTyping(event) || isClosingChoices(event)) return undefined;
  const key = keyOf(event);
  const { layers } = useKeyLayers.getState();
  const heard = hearingLayers(layers).flatMap(({ bindings }) => bindings);
  const always = layers.some(({ isLock }) => isLock) ? [] : layers.flatMap(({ bindings }) => bindings);
  return (
    heard.find((binding) => binding.key === key) ?? always.find((binding) => binding.isAlways && binding.key === key)
  );
}
