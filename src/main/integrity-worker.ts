import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { checkBooksOf, checkStockOf, verifyAuditOf } from './check-books.ts';

// A thread of its own, which adapters/integrity-thread.ts starts: the counter does not wait for it.

const { dataDir, task } = z
  .object({ dataDir: z.string(), task: z.enum(['books', 'audit', 'stock']) })
  .parse(workerData);

const TASKS = { books: checkBooksOf, audit: verifyAuditOf, stock: checkStockOf } as const;

parentPort?.postMessage(TASKS[task](dataDir, new Date()), []);
