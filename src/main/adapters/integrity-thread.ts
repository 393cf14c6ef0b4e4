import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { instantOf } from '../../shared/dates.ts';
import type { IntegrityCheck, IntegrityReport } from '../services/integrity.ts';
import type { Clock, Log } from '../services/ports.ts';

export interface IntegrityThreadOptions {
  /** The program the thread runs: integrity-worker. */
  program: string;
  dataDir: string;
  clock: Clock;
  log: Log;
}

export interface IntegrityThread extends IntegrityCheck {
  /** Resolves with what a check that has read the books as they are now found. */
  check(): Promise<IntegrityReport>;
  close(): Promise<void>;
}

/** The counter opens and shows its first screen before this takes a processor. */
const START_AFTER_MS = 3_000;

const answer = z.object({ problems: z.array(z.string()) });

/** Checks the books some seconds after the start, in a thread with a connection of its own that cannot write. */
export function openIntegrityThread({ program, dataDir, clock, log }: IntegrityThreadOptions): IntegrityThread {
  let report: IntegrityReport = { state: 'checking', problems: [], checkedAt: null };
  let running: Promise<IntegrityReport> = Promise.resolve(report);
  let worker: Worker | null = null;
  let isClosed = false;

  async function run(): Promise<IntegrityReport> {
    if (isClosed) return report;
    report = { ...report, state: 'checking' };
    const problems = await ask();
    // Closed meanwhile: nothing was found out.
    if (problems === null) return report;
    for (const problem of problems) log.warning(`The books do not hold together. ${problem}`);
    report = { state: problems.length === 0 ? 'ok' : 'broken', problems, checkedAt: instantOf(clock.now()) };
    return report;
  }

  function ask(): Promise<string[] | null> {
    const thread = new Worker(program, { workerData: { dataDir }, execArgv: [] });
    worker = thread;
    return new Promise((resolve) => {
      thread.once('message', (message: unknown) =>
        resolve(answer.safeParse(message).data?.problems ?? unchecked(null)),
      );
      thread.once('error', (error) => resolve(unchecked(error)));
      thread.once('exit', () => {
        worker = null;
        resolve(null);
      });
    });
  }

  /** Not known to be whole is no better than broken: somebody must look. */
  function unchecked(error: unknown): string[] {
    log.problem('integrity', error);
    return [`The books could not be checked: ${error instanceof Error ? error.message : String(error)}`];
  }

  /** One after the other: the last one asked for has seen everything that was committed before. */
  function check(): Promise<IntegrityReport> {
    clearTimeout(timer);
    running = running.then(run);
    return running;
  }

  const timer = setTimeout(() => void check(), START_AFTER_MS);
  timer.unref();
  return {
    report: () => report,
    check,
    // Later: whoever asks has not committed yet.
    again: () => void setImmediate(() => void check()),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await worker?.terminate();
      await running;
    },
  };
}
