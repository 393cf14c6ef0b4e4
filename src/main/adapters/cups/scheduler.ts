import { MachineError } from '../../../shared/errors.ts';
import type { FoundPrinter } from '../printer.ts';
import type { RunProgram } from '../run-program.ts';
import { askIpp, SchedulerDownError } from './ask-ipp.ts';
import { type CupsJob, type CupsQueue, JOB_FACTS, jobOf, QUEUE_FACTS, queueOf, textOf } from './facts.ts';
import { IPP_NOT_FOUND, type IppAnswer, type IppQuestion } from './ipp-message.ts';

/** The programs `lp` and `lpstat` are not on this computer. */
export class NoCupsError extends MachineError {
  override name = 'NoCupsError';

  constructor() {
    super(
      'This computer has no CUPS to print with: install it (on Debian or Ubuntu the packages cups and cups-client).',
    );
  }
}

/** CUPS, asked directly. Each question throws SchedulerDownError or NoCupsError, and answers `null` for what is not there. */
export interface Scheduler {
  queue(name: string): Promise<CupsQueue | null>;
  job(id: number): Promise<CupsJob | null>;
  queues(): Promise<FoundPrinter[]>;
}

const GET_JOB_ATTRIBUTES = 0x0009;
const GET_PRINTER_ATTRIBUTES = 0x000b;
const CUPS_GET_DEFAULT = 0x4001;
const CUPS_GET_PRINTERS = 0x4002;

export function openScheduler({
  run,
  env,
  user,
  timeoutMs = 5000,
  ask = askIpp,
}: {
  run: RunProgram;
  env: NodeJS.ProcessEnv;
  user: string;
  timeoutMs?: number;
  ask?: typeof askIpp;
}): Scheduler {
  /** Asked each time: whoever administers the computer may have moved CUPS. */
  const server = async (): Promise<string> => {
    const end = await run('lpstat', ['-H'], { env, timeoutMs });
    if (end.ended === 'never started') throw new NoCupsError();
    if (end.ended === 'killed' || end.stdout.trim() === '') throw new SchedulerDownError();
    return end.stdout.trim();
  };

  const objectsOf = async (question: Omit<IppQuestion, 'user'>): Promise<IppAnswer['objects']> => {
    const answer = await ask(await server(), { ...question, user }, timeoutMs);
    if (answer.status === IPP_NOT_FOUND) return [];
    if (answer.status >= 0x0100) throw new SchedulerDownError({ cause: `IPP status ${answer.status.toString(16)}` });
    return answer.objects;
  };

  return {
    async queue(name) {
      const uri = { name: 'printer-uri', value: `ipp://localhost/printers/${encodeURIComponent(name)}` } as const;
      const [found] = await objectsOf({ operation: GET_PRINTER_ATTRIBUTES, uri, wanted: QUEUE_FACTS });
      return found === undefined ? null : queueOf(found);
    },

    async job(id) {
      const uri = { name: 'job-uri', value: `ipp://localhost/jobs/${id}` } as const;
      const [found] = await objectsOf({ operation: GET_JOB_ATTRIBUTES, uri, wanted: JOB_FACTS });
      return found === undefined ? null : jobOf(found);
    },

    async queues() {
      const wanted = ['printer-name', 'printer-info'];
      const [byDefault] = await objectsOf({ operation: CUPS_GET_DEFAULT, wanted });
      const all = await objectsOf({ operation: CUPS_GET_PRINTERS, wanted });
      const chosen = byDefault === undefined ? '' : textOf(byDefault, 'printer-name');
      return all.map((found) => {
        const queue = textOf(found, 'printer-name');
        return { queue, description: textOf(found, 'printer-info') || queue, isDefault: queue === chosen };
      });
    },
  };
}
