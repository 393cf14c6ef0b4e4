import path from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '../db/start-error.ts';
import { DEFAULT_DATA_DIR } from '../serve-options.ts';

export interface ImportOptions {
  folder: string;
  dataDir: string;
}

export const HELP = `Brings a folder of lists into the books: all of it, or nothing when anything in it is wrong.

  npm run import -- DIR [--data-dir DIR]

  DIR              the folder with company.json and the CSV files; samples/depot-kb1 shows how they look
  --data-dir DIR   where the books lie (default: .depot-console in your home folder)
  --help           this text
`;

/**
 * @returns null when only the help was asked for
 * @throws StartError with a sentence for whoever typed the arguments
 */
export function parseImportOptions(args: string[]): ImportOptions | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new StartError('Say which one folder to import. See --help.');
  return { folder: path.resolve(folder), dataDir: path.resolve(values['data-dir']) };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        'data-dir': { type: 'string', default: DEFAULT_DATA_DIR },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)} See --help.`);
  }
}
