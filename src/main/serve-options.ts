import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from './db/start-error.ts';

export interface ServeOptions {
  dataDir: string;
  host: string;
  /** 0: any free one. */
  port: number;
}

/** Where the books lie unless said, for every program started from a command line. */
export const DEFAULT_DATA_DIR = join(homedir(), '.depot-console');

/** `localhost` may mean either address; the one every program tries is taken. */
const LOOPBACK = new Map([
  ['127.0.0.1', '127.0.0.1'],
  ['localhost', '127.0.0.1'],
  ['::1', '::1'],
]);

export const HELP = `Serves the depot console to browsers and programs on this computer.

  npm run serve -- [--data-dir DIR] [--port N] [--host NAME]

  --data-dir DIR   where the books lie (default: .depot-console in your home folder)
  --port N         the port to listen on, 0 for any free one (default: 4180)
  --host NAME      127.0.0.1 (default), localhost or ::1
  --help           this text
`;

/**
 * @returns null when only the help was asked for
 * @throws StartError with a sentence for whoever typed the arguments
 */
export function parseServeOptions(args: string[]): ServeOptions | null {
  const values = parse(args);
  if (values.help) return null;
  return { dataDir: resolve(values['data-dir']), host: loopback(values.host), port: portOf(values.port) };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        'data-dir': { type: 'string', default: DEFAULT_DATA_DIR },
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '4180' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)} See --help.`);
  }
}

function loopback(host: string): string {
  const address = LOOPBACK.get(host.toLowerCase());
  if (address !== undefined) return address;
  throw new StartError(
    `--host ${host} would serve other computers, which waits for TLS and pairing. Use 127.0.0.1, localhost or ::1.`,
  );
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new StartError(`--port ${text} is not a port: use a number from 0 to 65535.`);
}
