import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
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
  let size = cutUnfinishedLine(handle);
  return {
    append(line) {
      const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
      try {
        writeSync(handle, bytes);
        fdatasyncSync(handle);
        size += bytes.byteLength;
      } catch (error) {
        // A full disk may have taken half a line: the next one must not be glued to it.
        ftruncateSync(handle, size);
        throw error;
      }
    },
    last: () => lastLine(handle, size),
    lines: () => readLines(handle, size),
    close: () => closeSync(handle),
  };
}

function cutUnfinishedLine(handle: number): number {
  const { size } = fstatSync(handle);
  const end = lastNewline(handle, size) + 1;
  if (end < size) ftruncateSync(handle, end);
  return end;
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

function lastLine(handle: number, size: number): AnchorLine | null {
  if (size === 0) return null;
  const start = lastNewline(handle, size - 1) + 1;
  const buffer = Buffer.alloc(size - 1 - start);
  readSync(handle, buffer, 0, buffer.byteLength, start);
  return parseLine(buffer.toString('utf8'));
}

function* readLines(handle: number, size: number): Generator<AnchorLine | null> {
  const buffer = Buffer.alloc(CHUNK);
  let rest = Buffer.alloc(0);
  for (let position = 0; position < size;) {
    const length = readSync(handle, buffer, 0, Math.min(CHUNK, size - position), position);
    position += length;
    let text = Buffer.concat([rest, buffer.subarray(0, length)]);
    for (let end = text.indexOf(NEWLINE); end >= 0; end = text.indexOf(NEWLINE)) {
      yield parseLine(text.subarray(0, end).toString('utf8'));
      text = text.subarray(end + 1);
    }
    rest = Buffer.from(text);
  }
}

function parseLine(text: string): AnchorLine | null {
  try {
    return anchorLine.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
