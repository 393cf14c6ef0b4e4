import { Buffer } from 'node:buffer';
import { closeSync, fstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

export interface RotatingFile {
  /** One line with its newline. Never fails: a sale does not for want of a log line. */
  write(line: string): void;
  close(): void;
}

export interface Rotation {
  /** A file is put aside before it grows beyond this. */
  bytes: number;
  /** How many there are at most, the one being written included. */
  files: number;
}

const ROTATION: Rotation = { bytes: 5_000_000, files: 5 };

/**
 * Appends lines to `name.log`; a full one becomes `name.1.log`, that one `name.2.log`, and so on until the oldest goes.
 * Not pino's own destination: on a full disk that one ends the program, or never comes back from its last flush, and
 * it cannot be closed right after it was opened. A line costs some microseconds beside a synced commit.
 */
export function openRotatingFile(file: string, { bytes, files }: Rotation = ROTATION): RotatingFile {
  let handle: number | null = openSync(file, 'a', 0o600);
  let { size } = fstatSync(handle);
  let limit = bytes;
  let isTorn = false;
  let isClosed = false;
  if (size >= limit) rotate();

  function rotate(): void {
    if (handle !== null) closeSync(handle);
    handle = null;
    try {
      rmSync(nameOf(file, files - 1), { force: true });
      for (let number = files - 1; number > 0; number -= 1) moveIfThere(nameOf(file, number - 1), nameOf(file, number));
    } catch {
      // Somebody has one of them open (Windows): goes on with the file as it is.
    }
    handle = openSync(file, 'a', 0o600);
    ({ size } = fstatSync(handle));
    // When it could not be put aside, that is not tried again with every line.
    limit = size + bytes;
    isTorn = false;
  }

  return {
    write(line) {
      // A call may still be running when the console closes: what it says then has nowhere to go.
      if (isClosed) return;
      try {
        const text = Buffer.from(isTorn ? `\n${line}` : line);
        if (handle === null || (size > 0 && size + text.byteLength > limit)) rotate();
        const written = writeSync(handle ?? 0, text);
        size += written;
        // A disk about to be full takes half a line: the next one starts on its own.
        isTorn = written < text.byteLength;
      } catch {
        // A full disk.
      }
    },
    close() {
      isClosed = true;
      if (handle !== null) closeSync(handle);
      handle = null;
    },
  };
}

/** `requests.log`, `requests.1.log`, … */
function nameOf(file: string, number: number): string {
  const { dir, name, ext } = path.parse(file);
  return number === 0 ? file : path.join(dir, `${name}.${number}${ext}`);
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
