import { type ReactNode, useInsertionEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { focusFirst } from '../keys/focus.ts';
import { hideStage, returnToStage, scene, showStage } from './stage.ts';

/** The work on screen. While the curtain is drawn it lives on, out of the page: nothing that was typed is lost. */
export function Curtain({ isDrawn, children }: { isDrawn: boolean; children: ReactNode }) {
  const wasDrawn = useRef(false);
  // Before anything new on it asks for the focus, which only what is in the page can have.
  useInsertionEffect(() => {
    if (isDrawn) hideStage();
    else showStage();
  }, [isDrawn]);
  useLayoutEffect(() => {
    if (wasDrawn.current && !isDrawn && !returnToStage() && !scene.contains(document.activeElement)) {
      focusFirst(scene.querySelector('[data-enter-scope]'));
    }
    wasDrawn.current = isDrawn;
  }, [isDrawn]);
  return createPortal(children, scene);
}
