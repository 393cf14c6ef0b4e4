import path from 'node:path';
import { noSuchDocument, noSuchQueue, noSuchTray } from './printer-words.ts';
import type { Printer, PrinterAddress, PrintOrder, PrintOutcome } from './printer.ts';
import { goneWithoutWords, notAsked, outcomeOf } from './windows/outcome.ts';
import { SpoolerSilentError } from './windows/powershell.ts';
import type { SpoolerJob, SpoolerView, WindowsSpooler } from './windows/spooler.ts';
import { copyForSpooler, type SpoolerCopy } from './windows/spooler-copy.ts';
import { isSumatraTray, type PrintWithSumatra, sumatraOptions } from './windows/sumatra.ts';
import { troubleWords } from './windows/words.ts';
import { withinTime } from './within-time.ts';

export interface WindowsSurroundings {
  /** pdf-to-printer's `print`. */
  printPdf: PrintWithSumatra;
  /** The full path of SumatraPDF's program. */
  sumatraPdfPath: string;
  spooler: WindowsSpooler;
  now: () => Date;
  pause: (ms: number) => Promise<void>;
  /** How long `print` waits for a job's end, once Windows has it. */
  waitMs: number;
  /** How long SumatraPDF may take to hand a document over. */
  handingMs: number;
}

/** Each look starts a PowerShell, which takes a good part of a second. */
const POLL_MS = 1000;

/** A queue of Windows. SumatraPDF hands the document to the spooler; the spooler is asked what became of it. */
export function openWindowsPrinter(
  { queue, tray }: Extract<PrinterAddress, { kind: 'system' }>,
  surroundings: WindowsSurroundings,
): Printer {
  const { printPdf, sumatraPdfPath, spooler, now, pause, waitMs, handingMs } = surroundings;

  const look = async (job: JobName): Promise<PrintOutcome> => {
    try {
      return outcomeOf(queue, job, await spooler.look(queue, job.since));
    } catch (error) {
      ifSilent(error);
      return {
        state: 'waiting',
        reason: `Windows could not be asked about the document for “${queue}”. ${CHECK_SPOOLER}`,
      };
    }
  };

  const waitFor = async (job: JobName): Promise<PrintOutcome> => {
    for (let waited = 0; ; waited += POLL_MS) {
      const outcome = await look(job);
      if (outcome.state !== 'waiting' || waited >= waitMs) return outcome;
      await pause(POLL_MS);
    }
  };

  const view = async (since: string): Promise<SpoolerView | null> => {
    try {
      return await spooler.look(queue, since);
    } catch (error) {
      ifSilent(error);
      return null;
    }
  };

  /** @returns `null` when SumatraPDF has handed the document over. */
  const hand = async (copy: SpoolerCopy, order: PrintOrder): Promise<PrintOutcome | null> => {
    const options = sumatraOptions(queue, tray, order, sumatraPdfPath);
    try {
      await withinTime(handingMs, printPdf(copy.file, options), () => new HandingTimeoutError());
      return null;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'ENOENT' || code === 'EACCES') return failed(noSumatra(sumatraPdfPath));
      // 1 is its answer to a printer or a file it does not have; with any other end it may have got some way.
      if (code === 1) return failed(`SumatraPDF could not print on “${queue}”. ${CHECK_SPOOLER}`, true);
      return { state: 'uncertain', reason: `SumatraPDF broke off while it gave the document to “${queue}”. ${LOOK}` };
    } finally {
      await copy.remove();
    }
  };

  return {
    async print(order) {
      if (tray !== null && !isSumatraTray(tray)) return failed(noSuchTray(queue, tray));
      const copy = await copyForSpooler(order.pdf, order.title);
      if (copy === null) return failed(noSuchDocument(order.pdf));
      const since = now().toISOString();
      const broken = await hand(copy, order);
      const seen = await view(since);
      if (broken !== null && seen !== null && seen.queue === null) return failed(noSuchQueue(queue));
      const job = seen?.jobs.find(({ document }) => isNameOf(document, copy));
      if (job !== undefined) {
        const name = { id: job.id, submitted: job.submitted, since };
        order.onHanded(handleOf(name));
        return waitFor(name);
      }
      if (broken !== null) return broken;
      if (seen === null) return notAsked(queue);
      const entry = seen.printed.find(({ document }) => isNameOf(document, copy));
      if (entry !== undefined) return { state: 'printed', proof: `Windows’ print log: job ${entry.id} printed` };
      return goneWithoutWords(queue);
    },

    async follow(handle) {
      const job = jobNamed(handle);
      return job === null ? { state: 'uncertain', reason: `Windows knows no job “${handle}”. ${LOOK}` } : look(job);
    },

    async cancel(handle) {
      const job = jobNamed(handle);
      if (job === null) return;
      // It fails for a job that is gone, which is as good.
      await spooler.remove(queue, job).catch(ifSilent);
    },

    async status() {
      const seen = await view(now().toISOString());
      if (seen === null) return { state: 'unreachable', words: `Windows could not be asked. ${CHECK_SPOOLER}` };
      if (seen.queue === null) return { state: 'unknown', words: noSuchQueue(queue) };
      const trouble = troubleWords(queue, seen.queue);
      if (trouble === null) return { state: 'ready', words: `“${queue}” is ready.` };
      const away = seen.queue.has('offline') || seen.queue.has('notavailable');
      return { state: away ? 'unreachable' : 'stopped', words: trouble };
    },
  };
}

class HandingTimeoutError extends Error {
  override name = 'HandingTimeoutError';
}

const LOOK = 'Look whether it came out.';
const CHECK_SPOOLER = 'See that the printer is there in Windows and that the service “Print Spooler” is running.';

function noSumatra(file: string): string {
  return `SumatraPDF, which prints, is not at ${file}: install the program again, or set its path in Settings → Printers.`;
}

function failed(reason: string, retry = false): PrintOutcome {
  return { state: 'failed', reason, retry };
}

function ifSilent(error: unknown): void {
  if (!(error instanceof SpoolerSilentError)) throw error;
}

/** SumatraPDF names a job after the file, by its full path or by its last part. */
function isNameOf(document: string, { file }: SpoolerCopy): boolean {
  return path.win32.basename(document).toLowerCase() === path.win32.basename(file).toLowerCase();
}

/** `submitted` tells a number from the same one given anew; only compared, for its clock may be another computer's. */
interface JobName extends Pick<SpoolerJob, 'id' | 'submitted'> {
  /** When it was handed over, by this computer's clock: the print log is read from there. */
  since: string;
}

function handleOf({ id, submitted, since }: JobName): string {
  return [id, submitted, since].join('@');
}

function jobNamed(handle: string): JobName | null {
  const [id = '', submitted, since] = handle.split('@');
  return /^\d+$/.test(id) && submitted !== undefined && since !== undefined
    ? { id: Number(id), submitted, since }
    : null;
}
