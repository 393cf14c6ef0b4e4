import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { instantOf } from '../../shared/dates.ts';
import type { IntegrityCheck, IntegrityReport, ThoroughReads } from '../services/integrity.ts';
import type { Clock, Log } from '../services/ports.ts';

export interface IntegrityThreadOptions {
  /** The program the thread runs: integrity-worker. */
  program: string;
  dataDir: string;
  clock: Clock;
  log: Log;
}

export interface IntegrityThread extends IntegrityCheck, ThoroughReads {
  /** Resolves with what a check that has read the books as they are now found. */
  check(): Promise<IntegrityReport>;
  close(): Promise<void>;
}

/** The counter opens and shows its first screen before this takes a processor. */
const START_AFTER_MS = 3_000;

const problemsFound = z.array(z.string());
const auditVerified = z.object({
  ok: z.boolean(),
  rows: z.int(),
  head: z.string(),
  firstBroken: z.object({ id: z.int(), reason: z.string() }).optional(),
});
const stockChecked = z.object({ ok: z.boolean(), problems: z.array(z.string()) });

/** Checks the books some seconds after the start, in a thread with a connection of its own that cannot write. */
export function openIntegrityThread({ program, dataDir, clock, log }: IntegrityThreadOptions): IntegrityThread {
  let report: IntegrityReport = { state: 'checking', problems: [], checkedAt: null };
  let running: Promise<IntegrityReport> = Promise.resolve(report);
  const threads = new Set<Worker>();
  let isClosed = false;

  async function run(): Promise<IntegrityReport> {
    if (isClosed) return report;
    report = { ...report, state: 'checking' };
    const problems = await findProblems();
    // Closed meanwhile: nothing was found out.
    if (problems === null) return report;
    for (const problem of problems) log.warning(`The books do not hold together. ${problem}`);
    report = { state: problems.length === 0 ? 'ok' : 'broken', problems, checkedAt: instantOf(clock.now()) };
    return report;
  }

  async function findProblems(): Promise<string[] | null> {
    try {
      const found = await ask('books');
      return found === null ? null : problemsFound.parse(found);
    } catch (error) {
      return unchecked(error);
    }
  }

  /** @returns what the thread answers; `null` when it was ended before. */
  function ask(task: 'books' | 'audit' | 'stock'): Promise<unknown> {
    const thread = new Worker(program, { workerData: { dataDir, task }, execArgv: [] });
    threads.add(thread);
    return new Promise((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', () => {
        threads.delete(thread);
        resolve(null);
      });
    });
  }

  async function thorough(task: 'audit' | 'stock'): Promise<unknown> {
    const found = isClosed ? null : await ask(task);
    if (found === null) throw new Error('the books were closed while they were read');
    return found;
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
    async verifyAudit() {
      const { firstBroken, ...verified } = auditVerified.parse(await thorough('audit'));
      return firstBroken === undefined ? verified : { ...verified, firstBroken };
    },
    checkStock: async () => stockChecked.parse(await thorough('stock')),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await Promise.all(Array.from(threads, (thread) => thread.terminate()));
      await running;
    },
  };
}
