import { existsSync } from 'node:fs';
import path from 'node:path';
import { openLogFiles } from '../adapters/log-files.ts';
import { lockFolder } from '../db/folder-lock.ts';
import { StartError } from '../db/start-error.ts';
import type { Restored } from '../services/lost/note-restore.ts';
import type { Clock } from '../services/ports.ts';
import { lastGoodCopy } from './last-good.ts';
import { lostLine, restoreBooks } from './restore-books.ts';
import { HELP, parseRestoreOptions, type RestoreOptions } from './restore-options.ts';

export interface RestoreParts {
  migrations: string;
  clock: Clock;
  out: (text: string) => void;
  err: (text: string) => void;
}

/** `npm run restore`. @returns the exit code */
export async function runRestore(args: string[], parts: RestoreParts): Promise<number> {
  try {
    const options = parseRestoreOptions(args);
    parts.out(options === null ? HELP : reportOf(await restoreIn(options, parts)));
    return 0;
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    parts.err(`${error.message}\nNothing was changed.\n`);
    return 1;
  }
}

/** Takes the data folder, restores a copy, and lets go of it. @throws StartError */
export async function restoreIn(
  { file, dataDir, despiteProblems }: RestoreOptions,
  { migrations, clock }: Pick<RestoreParts, 'migrations' | 'clock'>,
): Promise<Restored> {
  if (!existsSync(dataDir)) throw new StartError(`There is no data folder ${dataDir}.`);
  const lock = lockFolder(dataDir);
  try {
    const copy = file ?? (await lastGoodCopy(dataDir))?.file;
    if (copy === undefined) throw new StartError(`There is no good copy in ${path.join(dataDir, 'backups')}.`);
    if (!existsSync(copy)) throw new StartError(`There is no file ${copy}.`);
    const log = openLogFiles(path.join(dataDir, 'logs'));
    try {
      return await restoreBooks({ dataDir, file: copy, migrations, clock, log, despiteProblems });
    } finally {
      log.close();
    }
  } finally {
    lock.release();
  }
}

function reportOf({ file, savedAs, problems, lost }: Restored): string {
  return [
    `Restored ${file}. What was there before is in ${savedAs} of the data folder.`,
    ...problems.map((problem) => `It does not hold together: ${problem}`),
    ...(lost.length === 0
      ? ['No document is known to be lost.']
      : [
          `${lost.length} documents were issued since; enter them again under their own numbers:`,
          ...lost.map(lostLine),
        ]),
    '',
  ].join('\n');
}
