import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { Instant } from '../shared/dates.ts';
import { makeBackup } from './make-backup.ts';

// A thread of its own, which adapters/task-thread.ts starts: the counter does not wait for it.

const order = z
  .object({
    dataDir: z.string(),
    createdAt: z.custom<Instant>((value) => typeof value === 'string'),
    reason: z.enum(['timed', 'asked']),
    secondFolder: z.string().nullable(),
  })
  .parse(workerData);

parentPort?.postMessage(await makeBackup(order), []);
