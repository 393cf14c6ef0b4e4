import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  openSync,
  readSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { z } from 'zod';
import type { Anchor, AnchorLine } from '../services/ports.ts';

const anchorLine = z.object({
  seq: z.int().positive(),
  auditSeq: z.int().positive(),
  head: z.string().length(64),
  documents: z.array(z.object({ number: z.string(), customer: z.string().nullable(), total: z.string().nullable() })),
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

/** Reads what lies there under its name now: somebody may have cut or removed the file that we still hold open. */
function* readLines(file: string): Generator<AnchorLine | null> {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK);
    let rest = Buffer.alloc(0);
    for (let length = readSync(handle, buffer); length > 0; length = readSync(handle, buffer)) {
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
