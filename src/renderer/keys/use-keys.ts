import { useEffect, useId, useLayoutEffect } from 'react';
import { dropLayer, type KeyBinding, putLayer, type TakesCode } from './key-registry.ts';

type Level = 'global' | 'screen' | 'popup' | 'lock';

/**
 * The keys of the console, of a screen, or of a popup, for as long as the component stands. Listed under `?`.
 * A binding may be `false`, for what cannot be done now.
 *
 * @param onScan takes codes read by a scanner, whatever has the focus
 */
export function useKeys(level: Level, bindings: readonly (KeyBinding | false)[], onScan?: TakesCode): void {
  const id = useId();
  // Each render has new closures over the form's state; the layer keeps its place among the others.
  useLayoutEffect(() => {
    putLayer({
      id,
      isGlobal: level === 'global',
      isModal: level === 'popup',
      isLock: level === 'lock',
      bindings: bindings.filter((binding) => binding !== false),
      onScan,
    });
  });
  useEffect(() => () => dropLayer(id), [id]);
}
