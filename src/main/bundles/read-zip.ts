import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { END_BYTES, LOCAL_BYTES, readDirectory, readEnd, type ZipEntry } from './zip-format.ts';

export interface ZipReader {
  entries: readonly ZipEntry[];
  /** A file's bytes, piece by piece. @throws when it cannot be unpacked */
  pieces: (entry: ZipEntry) => AsyncIterable<Buffer>;
}

/** Opens a zip as bundles are written, with a comment of so many bytes. @throws when it is none */
export async function readZip(file: string, commentBytes: number): Promise<ZipReader> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const end = readEnd(await readAt(handle, size - commentBytes - END_BYTES, END_BYTES), commentBytes);
    const entries = readDirectory(await readAt(handle, end.offset, end.bytes), end.entries);
    return {
      entries,
      async *pieces({ name, offset, packed }) {
        const start = offset + LOCAL_BYTES + Buffer.byteLength(name);
        if (packed === 0) return;
        const inflated = createReadStream(file, { start, end: start + packed - 1 }).pipe(createInflateRaw());
        for await (const piece of inflated) if (Buffer.isBuffer(piece)) yield piece;
      },
    };
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, place: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = place < 0 ? { bytesRead: 0 } : await handle.read(buffer, 0, length, place);
  if (bytesRead !== length) throw new Error('it is cut short');
  return buffer;
}
