import type { Job } from '../services/jobs.ts';
import type { Clock, Log } from '../services/ports.ts';
import type { Ledger } from '../services/unit-of-work.ts';
import type { JobEnd } from './job-end.ts';
import { settleJob } from './settle-job.ts';

export interface Writer {
  /**
   * Resolves when what became of a job is in the books. Books that cannot be written now (a full disk) can be later: until
   * then its job holds its lane, so that nothing more leaves the house that cannot be written down.
   *
   * @param end asked anew for each attempt
   */
  write(job: Job, end: () => JobEnd): Promise<void>;
  /** Tries once more to write what could not be written. */
  writeLeft(): void;
  /** What cannot be written down now is left: the next start finds the job running, and knows what that means. */
  giveUp(): void;
  /** Nothing is written any more: the books are closed. */
  close(): void;
}

export interface WriterParts {
  ledger: Ledger;
  clock: Clock;
  log: Log;
  /** A number from 0 up to 1. */
  chance: () => number;
}

/** Writes down what became of jobs. */
export function openWriter({ ledger, clock, log, chance }: WriterParts): Writer {
  const left = new Set<() => void>();
  let patience: 'endless' | 'once' | 'none' = 'endless';
  const writeLeft = () => {
    for (const attempt of left) attempt();
  };
  return {
    write(job, end) {
      return new Promise((resolve) => {
        const attempt = () => {
          try {
            if (patience !== 'none') settleJob(ledger, clock.now(), job, end(), chance());
          } catch (error) {
            if (!left.has(attempt)) log.problem(`job ${job.id}`, error);
            left.add(attempt);
            if (patience === 'endless') return;
          }
          left.delete(attempt);
          resolve();
        };
        attempt();
      });
    },
    writeLeft,
    giveUp() {
      patience = 'once';
      writeLeft();
    },
    close() {
      patience = 'none';
    },
  };
}
