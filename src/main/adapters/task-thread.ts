import { Worker } from 'node:worker_threads';

/** Runs a program in a thread of its own for each order, so that the counter does not wait. */
export interface TaskThread<Order> {
  /** @returns the one message the thread sends. @throws what it threw, or that the books were closed meanwhile */
  run: (order: Order) => Promise<unknown>;
  /** Ends what runs. */
  close(): Promise<void>;
}

/** @param program takes the order as its `workerData` and answers with one message */
export function openTaskThread<Order>(program: string): TaskThread<Order> {
  const threads = new Set<Worker>();
  let isClosed = false;
  return {
    run(order) {
      if (isClosed) return Promise.reject(new Error('the books were closed'));
      const thread = new Worker(program, { workerData: order, execArgv: [] });
      threads.add(thread);
      return new Promise((resolve, reject) => {
        thread.once('message', resolve);
        thread.once('error', reject);
        thread.once('exit', () => {
          threads.delete(thread);
          reject(new Error('the books were closed meanwhile'));
        });
      });
    },
    async close() {
      isClosed = true;
      await Promise.all(Array.from(threads, (thread) => thread.terminate()));
    },
  };
}
