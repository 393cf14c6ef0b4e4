/** Of a zip file, as much as a bundle needs (APPNOTE.TXT): no encryption, one disk, less than 4 GB. */

export interface ZipEntry {
  name: string;
  crc: number;
  packed: number;
  size: number;
  /** Where its local header begins. */
  offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
export const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
export const END_BYTES = 22;

const VERSION = 20;
const UTF8 = 0x0800;
const DEFLATE = 8;
/** 1 January 1980: every bundle's files are of that day, so that the same rows give the same bytes. */
const DAY = 0x21;

/** Sizes and places have 32 bits. */
export const LARGEST_ZIP = 0xffff_ffff;

export function localHeader({ name, crc, packed, size }: ZipEntry): Buffer {
  const text = Buffer.from(name);
  const header = Buffer.alloc(LOCAL_BYTES);
  header.writeUInt32LE(LOCAL, 0);
  header.writeUInt16LE(VERSION, 4);
  writeShared(header, 6, { crc, packed, size });
  header.writeUInt16LE(text.length, 26);
  return Buffer.concat([header, text]);
}

/** Both headers say the same from here on: flags, method, time, sums. */
function writeShared(
  header: Buffer,
  at: number,
  { crc, packed, size }: Pick<ZipEntry, 'crc' | 'packed' | 'size'>,
): void {
  header.writeUInt16LE(UTF8, at);
  header.writeUInt16LE(DEFLATE, at + 2);
  header.writeUInt16LE(DAY, at + 6);
  header.writeUInt32LE(crc, at + 8);
  header.writeUInt32LE(packed, at + 12);
  header.writeUInt32LE(size, at + 16);
}

/** What follows the last file: the directory, and its end with room for a comment of so many bytes. */
export function directory(entries: readonly ZipEntry[], offset: number, commentBytes: number): Buffer {
  const listed = entries.map((entry) => {
    const text = Buffer.from(entry.name);
    const header = Buffer.alloc(CENTRAL_BYTES);
    header.writeUInt32LE(CENTRAL, 0);
    header.writeUInt16LE(VERSION, 4);
    header.writeUInt16LE(VERSION, 6);
    writeShared(header, 8, entry);
    header.writeUInt16LE(text.length, 28);
    header.writeUInt32LE(entry.offset, 42);
    return Buffer.concat([header, text]);
  });
  const bytes = listed.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(commentBytes, 20);
  return Buffer.concat([...listed, end]);
}

/** Where the directory lies. @throws when this is no end of a zip with such a comment */
export function readEnd(end: Buffer, commentBytes: number): { entries: number; bytes: number; offset: number } {
  if (end.length !== END_BYTES || end.readUInt32LE(0) !== END || end.readUInt16LE(20) !== commentBytes) {
    throw new Error('it does not end as a bundle does');
  }
  return { entries: end.readUInt16LE(10), bytes: end.readUInt32LE(12), offset: end.readUInt32LE(16) };
}

/** @throws when it is no directory of so many files */
export function readDirectory(bytes: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + CENTRAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== CENTRAL)
      throw new Error('its directory is damaged');
    const length = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + length),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += CENTRAL_BYTES + length;
  }
  return entries;
}
