import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  openSync,
  readSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { z } from 'zod';
import type { BusinessDate } from '../../shared/dates.ts';
import type { Anchor, AnchorLine } from '../services/ports.ts';

const anchorLine = z.object({
  seq: z.int().positive(),
  auditSeq: z.int().positive(),
  head: z.string().length(64),
  documents: z.array(
    // In the order they are written in: `audit.verify` compares them as text.
    z.object({
      number: z.string(),
      customer: z.string().nullable(),
      total: z.string().nullable(),
      date: z.custom<BusinessDate>((value) => typeof value === 'string').optional(),
      of: z.string().optional(),
    }),
  ),
});

const CHUNK = 64 * 1024;
const NEWLINE = 0x0a;

export interface AnchorFile extends Anchor {
  close(): void;
}

/**
 * Opens the anchor file: one JSON line for each commit, synced one by one. A line cut short by a power cut is taken
 * off at opening; the books still have its commit, and the repair writes it again.
 */
export function openAnchorFile(file: string): AnchorFile {
  const handle = openSync(file, 'a+', 0o600);
  cutUnfinishedLine(file, handle);
  let last = newestLine(handle);
  return {
    append(line) {
      const { size } = fstatSync(handle);
      try {
        // Goes on until all of it is written: a disk about to be full takes half a line without a complaint.
        writeFileSync(handle, Buffer.from(`${JSON.stringify(line)}\n`));
        fdatasyncSync(handle);
        last = line;
      } catch (error) {
        // What the disk did take must not be glued to the next line.
        truncateSync(file, size);
        throw error;
      }
    },
    last: () => last,
    lines: () => readLines(file),
    close: () => closeSync(handle),
  };
}

function cutUnfinishedLine(file: string, handle: number): void {
  const { size } = fstatSync(handle);
  const end = lastNewline(handle, size) + 1;
  // By its name: Windows does not let a handle that appends cut anything.
  if (end < size) truncateSync(file, end);
}

/** The place of the last newline before `end`, or -1. */
function lastNewline(handle: number, end: number): number {
  const buffer = Buffer.alloc(CHUNK);
  for (let stop = end; stop > 0;) {
    const start = Math.max(0, stop - CHUNK);
    const length = readSync(handle, buffer, 0, stop - start, start);
    const found = buffer.subarray(0, length).lastIndexOf(NEWLINE);
    if (found >= 0) return start + found;
    stop = start;
  }
  return -1;
}

/** The newest line that can be read: with damaged ones skipped, the repair does not write the whole file again. */
function newestLine(handle: number): AnchorLine | null {
  for (let end = fstatSync(handle).size; end > 0;) {
    const start = lastNewline(handle, end - 1) + 1;
    const buffer = Buffer.alloc(end - 1 - start);
    readSync(handle, buffer, 0, buffer.byteLength, start);
    const line = parseLine(buffer.toString('utf8'));
    if (line !== null) return line;
    end = start;
  }
  return null;
}

/** The lines of an anchor file nobody has to hold open; none when there is no such file. */
export function anchorLines(file: string): Iterable<AnchorLine | null> {
  return readLines(file);
}

/** Writes an anchor file anew, all lines with one sync. @throws when the name is taken */
export function writeAnchorFile(file: string, lines: Iterable<AnchorLine>): void {
  const handle = openSync(file, 'ax', 0o600);
  try {
    let text = '';
    for (const line of lines) {
      text += `${JSON.stringify(line)}\n`;
      if (text.length < CHUNK) continue;
      writeFileSync(handle, text);
      text = '';
    }
    writeFileSync(handle, text);
    fdatasyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** How long a commit's line may take to follow it to the disk. */
const FOLLOWS_WITHIN_MS = 500;

/**
 * The anchor file beside a program that goes on writing it, for a reader of the books as they were at one commit. Call
 * first, then open the books, then ask for the lines up to their last commit: whatever lies there before the books are
 * opened must be in them.
 */
export function anchorBeside(file: string): (seq: number) => Pick<Anchor, 'lines'> {
  const size = existsSync(file) ? statSync(file).size : 0;
  return (seq) => ({
    *lines() {
      let last = 0;
      for (const line of readLines(file, 0, size)) {
        last = line?.seq ?? last;
        yield line;
      }
      if (last >= seq) return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FOLLOWS_WITHIN_MS);
      for (const line of readLines(file, size)) {
        if (line !== null && line.seq > seq) return;
        yield line;
      }
    },
  });
}

/** Reads what lies there under its name now: somebody may have cut or removed the file that we still hold open. */
function* readLines(file: string, from = 0, to = Infinity): Generator<AnchorLine | null> {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK);
    let rest = Buffer.alloc(0);
    for (let place = from; place < to;) {
      const length = readSync(handle, buffer, 0, Math.min(CHUNK, to - place), place);
      if (length === 0) return;
      place += length;
      let text = Buffer.concat([rest, buffer.subarray(0, length)]);
      for (let end = text.indexOf(NEWLINE); end >= 0; end = text.indexOf(NEWLINE)) {
        yield parseLine(text.subarray(0, end).toString('utf8'));
        text = text.subarray(end + 1);
      }
      rest = Buffer.from(text);
    }
  } finally {
    closeSync(handle);
  }
}

function parseLine(text: string): AnchorLine | null {
  try {
    return anchorLine.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
