import path from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '../db/start-error.ts';
import { DEFAULT_DATA_DIR } from '../serve-options.ts';

export interface RestoreOptions {
  /** `null`: the last good copy of the data folder. */
  file: string | null;
  dataDir: string;
  despiteProblems: boolean;
}

export const HELP = `Restores the books from a copy. Close the console first.

  npm run restore -- FILE [--data-dir DIR]
  npm run restore -- --last [--data-dir DIR]

  FILE                 the copy: a file of the data folder's backups, or of the second folder
  --last               the newest copy in backups in which nothing is wrong
  --data-dir DIR       where the books lie (default: .depot-console in your home folder)
  --despite-problems   restores a copy although what is written in it does not hold together
  --help               this text

What is there now is kept in the folder saved, damaged or not. Documents issued since the copy are listed, and can be
entered again under their own numbers.
`;

/**
 * @returns null when only the help was asked for
 * @throws StartError with a sentence for whoever typed the arguments
 */
export function parseRestoreOptions(args: string[]): RestoreOptions | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [file, ...others] = positionals;
  if (others.length > 0 || (file === undefined) !== values.last) {
    throw new StartError('Say which one copy to restore, or --last. See --help.');
  }
  return {
    file: file === undefined ? null : path.resolve(file),
    dataDir: path.resolve(values['data-dir']),
    despiteProblems: values['despite-problems'],
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        'data-dir': { type: 'string', default: DEFAULT_DATA_DIR },
        last: { type: 'boolean', default: false },
        'despite-problems': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)} See --help.`);
  }
}
