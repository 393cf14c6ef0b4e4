import type { PrintOutcome } from '../printer.ts';
import type { CupsJob, CupsQueue } from './facts.ts';
import { waitingWords } from './words.ts';

/**
 * What became of a job.
 *
 * Counted pages prove nothing: CUPS counts what its filters made, also when the printer then refuses it. So an end other
 * than "completed" is a sure failure only when no work on it had begun.
 *
 * @param job `null` when CUPS does not know it any more.
 */
export function outcomeOf(name: string, handle: string, job: CupsJob | null, queue: CupsQueue | null): PrintOutcome {
  if (job === null) {
    return { state: 'uncertain', reason: `CUPS no longer knows the job ${handle}: look whether it was printed.` };
  }
  if (job.state === 'completed') return { state: 'printed', proof: `CUPS job ${handle} completed` };
  if (job.state !== 'cancelled' && job.state !== 'aborted') {
    return { state: 'waiting', reason: waitingWords(name, handle, job, queue) };
  }
  const end = job.state === 'cancelled' ? 'was cancelled' : 'was given up by CUPS';
  const said = job.printerMessage.trim() === '' ? '' : ` (“${job.printerMessage.trim()}”)`;
  if (job.begun) {
    const reason = `The job ${handle} ${end} after printing had begun${said}: look whether it came out.`;
    return { state: 'uncertain', reason };
  }
  return {
    state: 'failed',
    reason: `The job ${handle} ${end} before anything was printed${said}.`,
    // Somebody who takes a job out of the queue does not want it to come back by itself.
    retry: job.state === 'aborted',
  };
}
