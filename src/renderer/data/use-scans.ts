import { useEffect, useLayoutEffect, useRef } from 'react';
import type { TakesCode } from '../keys/key-registry.ts';
import type { Scanned } from './find-scanned.ts';
import { lookUp } from './look-up.ts';

type Take = (found: Scanned, isCovered: boolean) => void;

/**
 * What codes stand for, one after the other, for `useKeys` or a popup. What is read while something is being saved is
 * taken afterwards: it belongs to the next one.
 */
export function useScans(isBusy: boolean, take: Take): TakesCode {
  const latest = useRef({ isBusy, take });
  // A code is looked up in one render and taken in a later one.
  useLayoutEffect(() => {
    latest.current = { isBusy, take };
  });
  const waiting = useRef<Parameters<Take>[]>([]);
  useEffect(() => {
    if (!isBusy) for (const scan of waiting.current.splice(0)) take(...scan);
  });
  return (code, isCovered) =>
    lookUp(code, (found) => {
      if (latest.current.isBusy) waiting.current.push([found, isCovered]);
      else latest.current.take(found, isCovered);
    });
}
