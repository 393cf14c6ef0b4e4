import { z } from 'zod';
import { MachineError } from '../../../shared/errors.ts';
import type { FoundPrinter } from '../printer.ts';
import type { RunProgram } from '../run-program.ts';
import { jobFlags, type JobFlag, queueFlags, type QueueFlag } from './flags.ts';
import { askPowerShell, SpoolerSilentError } from './powershell.ts';
import { LIST_QUEUES, LOOK_AT_QUEUE, REMOVE_JOB } from './scripts.ts';

/** A job that Windows holds. Its number alone names nothing: numbers start anew with the spooler. */
export interface SpoolerJob {
  id: number;
  /** ISO 8601, UTC. */
  submitted: string;
  document: string;
  flags: ReadonlySet<JobFlag>;
  pagesPrinted: number;
}

export interface SpoolerView {
  /** `null` when there is no such queue. */
  queue: ReadonlySet<QueueFlag> | null;
  jobs: readonly SpoolerJob[];
  /** Jobs that Windows' print log says were printed; empty also when the log is switched off. */
  printed: readonly { id: number; document: string }[];
}

/** The print spooler of Windows. Each call throws SpoolerSilentError when Windows cannot be asked. */
export interface WindowsSpooler {
  /** @param since ISO 8601: how far back to look into the print log. */
  look(queue: string, since: string): Promise<SpoolerView>;
  remove(queue: string, job: Pick<SpoolerJob, 'id' | 'submitted'>): Promise<void>;
  /** @throws MachineError instead. */
  queues(): Promise<FoundPrinter[]>;
}

const view = z.object({
  status: z.string().nullable(),
  jobs: z.array(
    z.object({ id: z.int(), document: z.string(), status: z.string(), pages: z.int(), submitted: z.iso.datetime() }),
  ),
  printed: z.array(z.object({ id: z.int(), document: z.string() })),
});
const list = z.object({
  queues: z.array(z.object({ queue: z.string(), comment: z.string(), isDefault: z.boolean() })),
});

export function openWindowsSpooler(run: RunProgram, env: NodeJS.ProcessEnv): WindowsSpooler {
  const ask = async <Answer>(
    shape: z.ZodType<Answer>,
    script: string,
    asked: Readonly<Record<string, string | number>>,
  ): Promise<Answer> => {
    const answer = shape.safeParse(await askPowerShell(run, env, script, asked));
    if (!answer.success) throw new SpoolerSilentError('PowerShell answered something else.', { cause: answer.error });
    return answer.data;
  };

  return {
    async look(queue, since) {
      const { status, jobs, printed } = await ask(view, LOOK_AT_QUEUE, { queue, since });
      return {
        queue: status === null ? null : queueFlags(status),
        jobs: jobs.map(({ id, submitted, document, status: state, pages }) => ({
          id,
          submitted,
          document,
          flags: jobFlags(state),
          pagesPrinted: pages,
        })),
        printed,
      };
    },

    async remove(queue, { id, submitted }) {
      await ask(z.object({}), REMOVE_JOB, { queue, id, submitted });
    },

    async queues() {
      try {
        const { queues } = await ask(list, LIST_QUEUES, {});
        return queues.map(({ queue, comment, isDefault }) => ({ queue, description: comment || queue, isDefault }));
      } catch (error) {
        throw new MachineError(NO_SPOOLER, { cause: error });
      }
    },
  };
}

const NO_SPOOLER =
  'Windows does not tell its printers: see that the service “Print Spooler” is running, then try again.';
