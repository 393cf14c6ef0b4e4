import { create } from 'zustand';

export interface KeyBinding {
  /** `F9`, `Escape`, `?`, `Ctrl+K`. */
  key: string;
  /** What it does, for the list of keys. */
  label: string;
  run: () => void;
}

export interface KeyLayer {
  id: string;
  /** Everywhere in the console, below every screen. */
  isGlobal: boolean;
  /** A popup: what lies under it does not hear any key. */
  isModal: boolean;
  bindings: readonly KeyBinding[];
}

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
  const modal = layers.findLastIndex((layer) => layer.isModal);
  if (modal !== -1) return layers.slice(modal).toReversed();
  return [...layers.filter((layer) => !layer.isGlobal).toReversed(), ...layers.filter((layer) => layer.isGlobal)];
}

export function keyOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string {
  const name = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${name}`;
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

function hear(event: KeyboardEvent): void {
  if (event.isComposing || isTyping(event) || isClosingChoices(event)) return;
  const key = keyOf(event);
  for (const layer of hearingLayers(useKeyLayers.getState().layers)) {
    const binding = layer.bindings.find((candidate) => candidate.key === key);
    if (!binding) continue;
    event.preventDefault();
    if (!event.repeat) binding.run();
    return;
  }
}

/** Before anybody else hears the key, so that a popup still counts as open on the Esc that closes it. */
export function startListening(): void {
  window.addEventListener('keydown', hear, { capture: true });
}
