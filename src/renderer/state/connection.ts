import { create } from 'zustand';
import { call, onHostHeard } from '../api.ts';

interface Connection {
  /** The host did not answer the last time it was asked. */
  isAway: boolean;
}

export const useConnection = create<Connection>(() => ({ isAway: false }));

const ASK_AGAIN_MS = 1_000;

onHostHeard((isThere) => {
  const { isAway } = useConnection.getState();
  if (isAway !== !isThere) useConnection.setState({ isAway: !isThere });
});

/** While it is away it is asked for again and again; whoever waits goes on by himself when it is back. */
export function watchConnection(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    try {
      await call('setup.status', {});
    } catch {
      // Still away: the listener above has heard it.
    }
    timer = undefined;
    if (useConnection.getState().isAway) wait();
  };
  const wait = () => {
    timer ??= setTimeout(() => void ask(), ASK_AGAIN_MS);
  };
  useConnection.subscribe(({ isAway }) => {
    if (isAway) wait();
  });
}

/** Resolves when the host answers again, at once when it does; rejects with the signal's reason when nobody waits any more. */
export function hostIsBack(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!useConnection.getState().isAway) return resolve();
    const giveUp = () => {
      stop();
      reject(signal.reason);
    };
    const stop = useConnection.subscribe(({ isAway }) => {
      if (isAway) return;
      stop();
      signal.removeEventListener('abort', giveUp);
      resolve();
    });
    signal.addEventListener('abort', giveUp, { once: true });
    return undefined;
  });
}

/** Calls back each time the host answers again. */
export function onHostBack(listener: () => void): void {
  useConnection.subscribe(({ isAway }, before) => {
    if (before.isAway && !isAway) listener();
  });
}
