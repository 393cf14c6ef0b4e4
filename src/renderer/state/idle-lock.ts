import { lastTouched, onLockElsewhere, touch } from './counter-memory.ts';
import { lock, startSession, useSession } from './session.ts';

const LOOK_EVERY_MS = 5_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/**
 * Locks when nobody has touched this counter for as long as the settings say. Looks at the clock again and again instead
 * of waiting for so long: a computer that slept locks when it wakes.
 */
export function watchIdle(): void {
  for (const sign of SIGNS_OF_LIFE) {
    window.addEventListener(
      sign,
      () => {
        if (!isAtWork()) return;
        // The first touch after a long time may be a stranger's.
        look();
        if (isAtWork()) touch(Date.now());
      },
      { capture: true, passive: true },
    );
  }
  setInterval(look, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', look);
  onLockElsewhere((isLocked) => {
    if (isLocked) lock();
    // Who works now, and may work at all, is asked anew.
    else if (useSession.getState().phase === 'locked') void startSession();
  });
}

function isAtWork(): boolean {
  return useSession.getState().phase === 'signedIn';
}

function look(): void {
  const { idleMinutes } = useSession.getState();
  const touched = lastTouched();
  if (idleMinutes !== null && touched !== null && Date.now() - touched >= idleMinutes * 60_000) lock();
}
