import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import type { Log } from '../services/ports.ts';

export interface LogFiles extends Log {
  close(): void;
}

/** Logs as JSON lines under a folder: `requests.log` for every call, `errors.log` for what went wrong, with its id. */
export function openLogFiles(folder: string): LogFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const requestsFile = openLines(path.join(folder, 'requests.log'));
  const errorsFile = openLines(path.join(folder, 'errors.log'));
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const requests = pino(options, requestsFile);
  const errors = pino(options, errorsFile);
  return {
    call: (entry) => requests.info(entry),
    problem: (id, error) => errors.error({ id, err: error }),
    warning: (message) => errors.warn(message),
    close() {
      requestsFile.close();
      errorsFile.close();
    },
  };
}

/**
 * Not pino's own destination: on a full disk that one ends the program, or never comes back from its last flush, and
 * it cannot be closed right after it was opened. A line costs some microseconds beside a synced commit.
 */
function openLines(file: string) {
  let handle: number | null = openSync(file, 'a', 0o600);
  return {
    write(line: string) {
      // A call may still be running when the console closes: what it says then has nowhere to go.
      if (handle === null) return;
      try {
        writeSync(handle, line);
      } catch {
        // A full disk. A sale does not fail for want of a log line.
      }
    },
    close() {
      if (handle !== null) closeSync(handle);
      handle = null;
    },
  };
}
