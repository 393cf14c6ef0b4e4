/**
 * Everything of the work on screen, its popups and lists of choices included, hangs under one node, so that it can be
 * taken out of the page at once and put back as it was.
 */
export const stage = document.createElement('div');
stage.id = 'stage';

export const scene = document.createElement('div');
scene.id = 'scene';

/** Where popups, lists of choices and toasts go. */
export const overlays = document.createElement('div');

stage.append(scene, overlays);

/** What a node forgets when it leaves the page. */
interface Bookmark {
  focused: HTMLElement | null;
  scrolled: { element: Element; top: number; left: number }[];
}

let bookmark: Bookmark | null = null;

/** Out of the page: nothing of it can be seen, read out, clicked or typed into. */
export function hideStage(): void {
  if (!stage.isConnected) return;
  const { activeElement } = document;
  bookmark = {
    focused: activeElement instanceof HTMLElement && stage.contains(activeElement) ? activeElement : null,
    scrolled: [...stage.querySelectorAll('*')]
      .filter(({ scrollTop, scrollLeft }) => scrollTop > 0 || scrollLeft > 0)
      .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft })),
  };
  stage.remove();
}

export function showStage(): void {
  if (!stage.isConnected) document.body.append(stage);
}

/** Gives the focus to something on the stage, now or as soon as it is shown again. */
export function focusOnStage(element: HTMLElement): void {
  if (stage.isConnected) element.focus();
  else if (bookmark !== null) bookmark.focused = element;
}

/** Looks and types where one looked and typed before. `false` when that is gone. */
export function returnToStage(): boolean {
  const { focused = null, scrolled = [] } = bookmark ?? {};
  bookmark = null;
  for (const { element, top, left } of scrolled) element.scrollTo({ top, left, behavior: 'instant' });
  if (!focused?.isConnected) return false;
  focused.focus({ preventScroll: true });
  return true;
}
