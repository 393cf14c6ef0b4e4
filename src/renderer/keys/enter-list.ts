import { focusList } from './focus.ts';
import { holdTyping } from './type-ahead.ts';

/** What a list carries while its rows are not yet those that were asked for. */
const ON_ITS_WAY = '[data-list][aria-busy="true"]';

/**
 * From the search into the list below, once it shows what was searched for: Down and Enter right behind the letters must
 * not open what stood there before. Keys wait meanwhile; when nothing was found they were meant for nothing.
 */
export function enterList(): void {
  const release = holdTyping();
  const from = document.activeElement;
  const look = () => {
    // Somebody went elsewhere meanwhile.
    if (document.activeElement !== from) release(false);
    else if (document.querySelector(ON_ITS_WAY) === null) release(focusList());
    else requestAnimationFrame(look);
  };
  // What was searched for is drawn as asked for first.
  requestAnimationFrame(look);
}
