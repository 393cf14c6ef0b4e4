import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
// Its build for Node makes a 'require' of its own, which the bundled program has already.
import { Deflate } from 'fflate/browser';
import { directory, LARGEST_ZIP, localHeader, type ZipEntry } from './zip-format.ts';

export interface ZipWriter {
  /** Adds a file piece by piece; only one piece is in memory at a time. @returns its size in bytes */
  add: (name: string, pieces: Iterable<Buffer>) => number;
  /** Writes the directory, leaving room for a comment of so many bytes at the end, which the caller writes. */
  finish(commentBytes: number): void;
  /** Syncs and closes it. */
  close(): void;
}

/**
 * A zip file that depends on nothing but what is put in: fixed times, the order given, and a deflater written in
 * JavaScript, whose version we choose; Node's own comes with Node and may pack another way tomorrow.
 *
 * @throws when the name is taken
 */
export function openZip(file: string): ZipWriter {
  const handle = openSync(file, 'wx', 0o600);
  const entries: ZipEntry[] = [];
  let end = 0;
  const write = (bytes: Uint8Array, place = end) => {
    for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done, bytes.length - done, place + done);
    end = Math.max(end, place + bytes.length);
    if (end > LARGEST_ZIP) throw new Error('the bundle is larger than 4 GB');
  };
  return {
    add(name, pieces) {
      const entry: ZipEntry = { name, crc: 0, packed: 0, size: 0, offset: end };
      write(localHeader(entry));
      const deflate = new Deflate({ level: 6 }, (packed) => {
        entry.packed += packed.length;
        write(packed);
      });
      for (const piece of pieces) {
        entry.crc = crc32(piece, entry.crc);
        entry.size += piece.length;
        deflate.push(piece);
      }
      deflate.push(new Uint8Array(0), true);
      if (entry.size > LARGEST_ZIP) throw new Error(`${name} is larger than 4 GB`);
      // Only now its sums are known.
      write(localHeader(entry), entry.offset);
      entries.push(entry);
      return entry.size;
    },
    finish: (commentBytes) => write(directory(entries, end, commentBytes)),
    close() {
      try {
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
    },
  };
}
