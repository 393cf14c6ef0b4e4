import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '../db/start-error.ts';

export const HELP = `Plays one whole day of a sample depot in a data folder of its own: import, slips, invoices as PDF.

  npm run demo -- [--data-dir DIR]

  --data-dir DIR   an empty or new folder (default: a new one among this computer's temporary files)
  --help           this text
`;

/**
 * @returns the empty data folder to play in, or null when only the help was asked for
 * @throws StartError with a sentence for whoever typed the arguments
 */
export async function parseDemoOptions(args: string[]): Promise<string | null> {
  const values = parse(args);
  if (values.help) return null;
  const chosen = values['data-dir'];
  if (chosen === undefined) return mkdtemp(path.join(tmpdir(), 'depot-demo-'));
  const dataDir = path.resolve(chosen);
  if ((await entriesOf(dataDir)).length > 0) {
    throw new StartError(`${dataDir} is not empty. The demonstration needs a folder of its own: name a new one.`);
  }
  return dataDir;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: { 'data-dir': { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    }).values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)} See --help.`);
  }
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new StartError(
      `The folder ${folder} cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}
