import { mkdirSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import type { Log } from '../services/ports.ts';
import { openRotatingFile, type RotatingFile, type Rotation } from './rotating-file.ts';
import { scrubError, scrubText } from './scrub.ts';

export interface LogFiles extends Log {
  close(): void;
}

/** Characters that JSON leaves as they are, but some readers of logs take for the end of a line. */
const OTHER_NEWLINES = /[\u0085\u2028\u2029]/g;

/**
 * Logs as JSON lines under a folder: `requests.log` for every call, `errors.log` for what went wrong, with its id; each
 * in five files of 5 MB at most. No input, password, PIN, token or mail address gets into them.
 */
export function openLogFiles(folder: string, rotation?: Rotation): LogFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const requestsFile = openRotatingFile(path.join(folder, 'requests.log'), rotation);
  const errorsFile = openRotatingFile(path.join(folder, 'errors.log'), rotation);
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const requests = pino(options, onOneLine(requestsFile));
  const errors = pino(options, onOneLine(errorsFile));
  return {
    call: ({ verb, userId, status, milliseconds, remoteAddress }) =>
      requests.info({ verb: scrubText(verb), userId, status, milliseconds, remoteAddress }),
    problem: (id, error, secrets = []) => errors.error({ id: scrubText(id), error: scrubError(error, secrets) }),
    warning: (message) => errors.warn(scrubText(message)),
    close() {
      requestsFile.close();
      errorsFile.close();
    },
  };
}

function onOneLine(file: RotatingFile) {
  return {
    write(line: string) {
      file.write(line.replace(OTHER_NEWLINES, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`));
    },
  };
}
