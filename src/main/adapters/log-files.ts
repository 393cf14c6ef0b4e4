import { mkdirSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import type { Log } from '../services/ports.ts';

export interface LogFiles extends Log {
  close(): void;
}

/** Logs as JSON lines under a folder: `requests.log` for every call, `errors.log` for what went wrong, with its id. */
export function openLogFiles(folder: string): LogFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const requestsFile = pino.destination({ dest: path.join(folder, 'requests.log'), sync: false });
  const errorsFile = pino.destination({ dest: path.join(folder, 'errors.log'), sync: true });
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const requests = pino(options, requestsFile);
  const errors = pino(options, errorsFile);
  return {
    call: (entry) => requests.info(entry),
    problem: (id, error) => errors.error({ id, err: error }),
    warning: (message) => errors.warn(message),
    close() {
      requestsFile.flushSync();
      requestsFile.end();
      errorsFile.end();
    },
  };
}
