import type { Undelivered } from './undelivered.ts';

/** Ends work that makes no progress any more. */
export interface Watch {
  /** Something moved: bytes went out, or an answer came. */
  alive(): void;
  /** Aborted when nothing has moved for too long. */
  signal: AbortSignal;
}

/**
 * Runs work that has to move: what stands still is given up. It is told by the signal; whether it stops at once or not,
 * its caller is not kept waiting.
 *
 * @param silenceMs how long nothing may move
 * @throws what the work throws, or `late` when nothing moved
 */
export async function watched<Result>(
  silenceMs: number,
  late: () => Undelivered,
  work: (watch: Watch) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = late();
    reject(error);
    controller.abort(error);
  }, silenceMs);
  try {
    return await Promise.race([work({ alive: () => timer.refresh(), signal: controller.signal }), silence]);
  } finally {
    clearTimeout(timer);
  }
}
