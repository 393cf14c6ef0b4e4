import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { makeBundle } from './bundles/make-bundle.ts';

// A thread of its own, which adapters/task-thread.ts starts: the counter does not wait for it.

const order = z
  .object({
    dataDir: z.string(),
    target: z.string(),
    sequence: z.int(),
    previous: z.string().nullable(),
    restoredAfter: z.int().nullable(),
    fromCommit: z.int(),
    toCommit: z.int().nullable(),
  })
  .parse(workerData);

const made = await makeBundle(order, (rows) => parentPort?.postMessage({ progress: rows }, []));
parentPort?.postMessage(made, []);
