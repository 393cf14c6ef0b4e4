import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/** The thread was ended before it had an answer. */
export class ThreadEndedError extends Error {
  override readonly name = 'ThreadEndedError';
}

/** Runs a program in a thread of its own for each order, so that the counter does not wait. */
export interface TaskThread<Order> {
  /**
   * @param onProgress told what the thread says meanwhile
   * @returns what the thread answers. @throws what it threw, or that it was ended meanwhile
   */
  run: (order: Order, onProgress?: (progress: number) => void) => Promise<unknown>;
  /** Ends what runs; whoever waits for it is told so. */
  cancel(): Promise<void>;
  /** Ends what runs. */
  close(): Promise<void>;
}

const news = z.strictObject({ progress: z.number() });

/** @param program takes the order as its `workerData` and answers with one message; `{progress}` before is news */
export function openTaskThread<Order>(program: string): TaskThread<Order> {
  const threads = new Set<Worker>();
  let isClosed = false;
  const cancel = async () => void (await Promise.all(Array.from(threads, (thread) => thread.terminate())));
  return {
    cancel,
    run(order, onProgress) {
      if (isClosed) return Promise.reject(new Error('the books were closed'));
      const thread = new Worker(program, { workerData: order, execArgv: [] });
      threads.add(thread);
      return new Promise((resolve, reject) => {
        thread.on('message', (message) => {
          const told = news.safeParse(message);
          if (told.success) onProgress?.(told.data.progress);
          else resolve(message);
        });
        thread.once('error', reject);
        thread.once('exit', () => {
          threads.delete(thread);
          reject(new ThreadEndedError(isClosed ? 'the books were closed meanwhile' : 'it was given up'));
        });
      });
    },
    async close() {
      isClosed = true;
      await cancel();
    },
  };
}
