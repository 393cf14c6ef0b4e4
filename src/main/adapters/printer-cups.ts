import { MachineError } from '../../shared/errors.ts';
import { SchedulerDownError } from './cups/ask-ipp.ts';
import { handleIn, isOption, isTrayName, jobIdIn, lpArguments } from './cups/lp.ts';
import { outcomeOf } from './cups/outcome.ts';
import { NoCupsError, type Scheduler } from './cups/scheduler.ts';
import { queueTrouble, refusingWords } from './cups/words.ts';
import { noSuchDocument, noSuchQueue, noSuchTray } from './printer-words.ts';
import { pdfPageSize } from './pdf-page-size.ts';
import type { Printer, PrinterAddress, PrintOrder, PrintOutcome } from './printer.ts';
import type { RunProgram } from './run-program.ts';

export interface CupsSurroundings {
  run: RunProgram;
  scheduler: Scheduler;
  /** `CUPS_SERVER` in it names another server than the computer's own. */
  env: NodeJS.ProcessEnv;
  pause: (ms: number) => Promise<void>;
  /** How long `print` waits for a job's end. */
  waitMs: number;
}

const POLL_MS = 250;
const PROGRAM_MS = 30_000;

/** A queue of CUPS (Linux and macOS). Jobs go in through `lp` and are followed over IPP to their real end. */
export function openCupsPrinter(
  { queue, tray }: Extract<PrinterAddress, { kind: 'system' }>,
  { run, scheduler, env, pause, waitMs }: CupsSurroundings,
): Printer {
  // What the programs say is shown in quotes.
  const programs = { env: { ...env, LC_ALL: 'C' }, timeoutMs: PROGRAM_MS };

  const look = async (handle: string): Promise<PrintOutcome> => {
    const id = jobIdIn(handle);
    try {
      const job = id === null ? null : await scheduler.job(id);
      return outcomeOf(queue, handle, job, job === null ? null : await scheduler.queue(queue));
    } catch (error) {
      return { state: 'waiting', reason: wordsOf(error) };
    }
  };

  const waitFor = async (handle: string): Promise<PrintOutcome> => {
    for (let waited = 0; ; waited += POLL_MS) {
      const outcome = await look(handle);
      if (outcome.state !== 'waiting' || waited >= waitMs) return outcome;
      await pause(POLL_MS);
    }
  };

  /** @returns the job's handle, or what became of the order without one. */
  const submit = async (order: PrintOrder): Promise<string | PrintOutcome> => {
    if (isOption(queue)) return failed(noSuchQueue(queue));
    if (tray !== null && !isTrayName(tray)) return failed(noSuchTray(queue, tray));
    const page = await pdfPageSize(order.pdf).catch(() => undefined);
    if (page === undefined) return failed(noSuchDocument(order.pdf));
    const found = await scheduler.queue(queue);
    if (found === null) return failed(noSuchQueue(queue));
    if (!found.accepting) return failed(refusingWords(queue, found.message), true);

    const end = await run('lp', lpArguments(queue, tray, order, page, found.media), programs);
    if (end.ended === 'never started') throw new NoCupsError();
    if (end.ended === 'killed') {
      return {
        state: 'uncertain',
        reason: `CUPS did not take the document in time: look whether “${queue}” printed it.`,
      };
    }
    if (end.code !== 0) return failed(`CUPS did not take the document: ${end.stderr.trim()}`, true);
    return handleIn(end.stdout, queue) ?? { state: 'handed', proof: `CUPS answered “${end.stdout.trim()}”` };
  };

  return {
    async print(order) {
      let submitted: string | PrintOutcome;
      try {
        submitted = await submit(order);
      } catch (error) {
        return failed(wordsOf(error), error instanceof SchedulerDownError);
      }
      if (typeof submitted !== 'string') return submitted;
      order.onHanded(submitted);
      return waitFor(submitted);
    },

    follow: look,

    async cancel(handle) {
      // It fails for a job that has ended, which is as good.
      if (!isOption(handle)) await run('cancel', [handle], programs);
    },

    async status() {
      try {
        const found = isOption(queue) ? null : await scheduler.queue(queue);
        if (found === null) return { state: 'unknown', words: noSuchQueue(queue) };
        const trouble = queueTrouble(queue, found);
        if (trouble === null) return { state: 'ready', words: `“${queue}” is ready.` };
        return { state: trouble.reachable ? 'stopped' : 'unreachable', words: trouble.words };
      } catch (error) {
        return { state: 'unreachable', words: wordsOf(error) };
      }
    },
  };
}

function failed(reason: string, retry = false): PrintOutcome {
  return { state: 'failed', reason, retry };
}

/** Of what this computer lacks; anything else is a mistake of ours. */
function wordsOf(error: unknown): string {
  if (error instanceof MachineError) return error.message;
  throw error;
}
