import { noSuchQueue } from '../printer-words.ts';
import type { PrintOutcome } from '../printer.ts';
import type { SpoolerJob, SpoolerView } from './spooler.ts';
import { troubleWords } from './words.ts';

/**
 * What became of a job, from what Windows tells. Only "Printed" in a job's own state and the print log's entry 307 are
 * called printed: "Complete" means sent to the printer, and a job that is gone may have been printed or removed by hand.
 */
export function outcomeOf(
  name: string,
  { id, submitted }: Pick<SpoolerJob, 'id' | 'submitted'>,
  { queue, jobs, printed }: SpoolerView,
): PrintOutcome {
  const job = jobs.find((other) => other.id === id && other.submitted === submitted);
  if (job === undefined) {
    if (printed.some((entry) => entry.id === id))
      return { state: 'printed', proof: `Windows’ print log: job ${id} printed` };
    if (queue === null)
      return { state: 'uncertain', reason: `${noSuchQueue(name)} Look whether the document came out.` };
    return goneWithoutWords(name);
  }
  if (job.flags.has('printed')) return { state: 'printed', proof: `Windows job ${id} printed` };
  if (job.flags.has('deleting') || job.flags.has('deleted')) return removed(id, job);
  const trouble = troubleWords(name, new Set([...(queue ?? []), ...job.flags]));
  if (trouble !== null) return { state: 'waiting', reason: trouble };
  if (job.flags.has('complete')) {
    return {
      state: 'handed',
      proof: `Windows sent all of job ${id} to “${name}”, which does not say whether it was printed`,
    };
  }
  return { state: 'waiting', reason: `Windows still has the document in the queue of “${name}”.` };
}

/** Handed over, and then Windows could not be asked. */
export function notAsked(name: string): PrintOutcome {
  return { state: 'handed', proof: `Windows took the document for “${name}” but could not be asked what became of it` };
}

/** The document left the queue before or since it was last seen. */
export function goneWithoutWords(name: string): PrintOutcome {
  return {
    state: 'handed',
    proof: `Windows took the document for “${name}” and has it no longer; it does not say whether it was printed`,
  };
}

function removed(id: number, job: SpoolerJob): PrintOutcome {
  const reason = `Job ${id} was removed from the queue in Windows`;
  if (job.pagesPrinted > 0 || job.flags.has('printing')) {
    return { state: 'uncertain', reason: `${reason} after printing had begun: look whether it came out.` };
  }
  return { state: 'failed', reason: `${reason} before anything was printed.`, retry: false };
}
