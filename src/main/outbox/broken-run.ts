import { MachineError, Refusal } from '../../shared/errors.ts';
import type { Job } from '../services/jobs.ts';
import type { JobEnd } from './job-end.ts';

/**
 * What it means that a run broke in the middle.
 *
 * @param job as it is in the books now: how far it came decides. What a printer may have been given by then, only its
 *   spooler or a person can tell.
 */
export function endOfBrokenRun(job: Job, error: unknown): JobEnd {
  const reason = reasonOf(job, error);
  if (job.handle !== null) return { state: 'waiting', reason };
  return { state: job.kind === 'PRINT' && job.handedAt !== null ? 'uncertain' : 'again', reason };
}

/** For whoever looks at the queue: what the machine lacks is said, what is wrong with the program is in the log. */
function reasonOf({ id }: Job, error: unknown): string {
  if (error instanceof MachineError || error instanceof Refusal) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return 'The disk is full: free some space.';
  return `Something went wrong in the console itself. Its log has more under “job ${id}”.`;
}
