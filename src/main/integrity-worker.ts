import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { checkBooksOf } from './check-books.ts';

// A thread of its own, which adapters/integrity-thread.ts starts: the counter does not wait for it.

const { dataDir } = z.object({ dataDir: z.string() }).parse(workerData);
parentPort?.postMessage({ problems: checkBooksOf(dataDir, new Date()) }, []);
