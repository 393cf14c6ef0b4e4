import path from 'node:path';
import type { ConsoleOptions, DepotConsole } from './console.ts';
import { restoreIn } from './restore/run-restore.ts';
import type { Clock } from './services/ports.ts';
import type { Dispatch } from './transport/call.ts';

/** As much of a console as hosts need. */
export type RestorableConsole = Pick<DepotConsole, 'dispatch' | 'log' | 'close'>;

interface Parts {
  /** Opens the books with everything of its own: what one console closes is not used by the next. */
  open: (restoring: Required<Pick<ConsoleOptions, 'restore' | 'restoreTrouble'>>) => Promise<DepotConsole>;
  dataDir: string;
  migrations: string;
  clock: Clock;
}

/**
 * A console whose books a copy can be put in place of while the host runs (`backups.restore`): the caller is answered,
 * the books are closed, restored (ADR 8) and opened again; calls that come meanwhile wait. A copy that cannot be used
 * changes nothing: the same books are opened again, and say why.
 *
 * @throws StartError as `openConsole` does
 */
export async function openRestorable({ open, dataDir, migrations, clock }: Parts): Promise<RestorableConsole> {
  let wanted: string | null = null;
  let restoring: Promise<void> | null = null;
  const openWith = (restoreTrouble: string | null) =>
    open({
      restoreTrouble,
      restore: (name) => {
        wanted = name;
      },
    });
  let current = await openWith(null);

  async function restore(name: string): Promise<void> {
    let trouble: string | null = null;
    try {
      // A part that does not close keeps the books from being restored, not from being opened again.
      await current.close();
      const file = path.join(dataDir, 'backups', path.basename(name));
      await restoreIn({ file, dataDir, despiteProblems: false }, { migrations, clock });
    } catch (error) {
      trouble = `${name} was not restored: ${error instanceof Error ? error.message : String(error)}`;
    }
    current = await openWith(trouble);
  }

  const dispatch: Dispatch = async (...call) => {
    await restoring;
    const result = await current.dispatch(...call);
    if (wanted !== null && restoring === null) {
      const name = wanted;
      wanted = null;
      restoring = restore(name).finally(() => {
        restoring = null;
      });
      // Whoever calls next hears of it.
      restoring.catch(() => undefined);
    }
    return result;
  };
  return {
    dispatch,
    log: {
      call: (entry) => current.log.call(entry),
      problem: (...problem) => current.log.problem(...problem),
      warning: (message) => current.log.warning(message),
    },
    async close() {
      await restoring?.catch(() => undefined);
      await current.close();
    },
  };
}
