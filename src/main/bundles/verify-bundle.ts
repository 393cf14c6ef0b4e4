import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { sha256Of } from '../file-hash.ts';
import { createTotals, type Manifest, manifest } from './manifest.ts';
import { readRows } from './read-rows.ts';
import { readZip, type ZipReader } from './read-zip.ts';
import { COMMENT_BYTES, fingerprintOf, isSignedBy } from './signature.ts';
import type { ZipEntry } from './zip-format.ts';

export interface VerifiedBundle {
  /** `null` when it cannot be read. */
  manifest: Manifest | null;
  /** Of the whole file. */
  sha256: string;
  /** What is wrong with it, each a sentence; nothing when it is what the site signed. */
  problems: string[];
}

const MANIFEST = 'manifest.json';
/** A manifest of a dozen files has a few thousand letters. */
const LARGEST_MANIFEST = 1_000_000;

/**
 * Verifies one bundle with nothing but the site's public key: every byte is signed, every file is the one the manifest
 * names, rows and sums of money are as many as it says.
 *
 * @param publicKey PEM
 * @param onRow told each row, by the name of its file without `.ndjson`
 */
export async function verifyBundle(
  file: string,
  publicKey: string,
  onRow: (table: string, row: unknown) => void = () => undefined,
): Promise<VerifiedBundle> {
  const sha256 = await sha256Of(file);
  const isSigned = await isSignedBy(file, publicKey);
  let read: ZipReader;
  let known: Manifest;
  try {
    read = await readZip(file, COMMENT_BYTES);
    known = await readManifest(read);
  } catch (error) {
    return { manifest: null, sha256, problems: [`It cannot be read: ${reasonOf(error)}.`] };
  }
  const problems = await differences(read, known, onRow);
  if (known.key !== fingerprintOf(publicKey)) problems.unshift('It was made for another key than this site’s.');
  if (!isSigned) {
    problems.push(
      problems.length === 0
        ? 'The signature is not this site’s: some byte that belongs to no file was changed, or another key has signed it.'
        : 'The signature does not fit.',
    );
  }
  return { manifest: known, sha256, problems };
}

/** What a bundle says of itself, before anything is verified: whose key it is to be verified with. @throws when it says nothing */
export async function claimedManifest(file: string): Promise<Manifest> {
  return readManifest(await readZip(file, COMMENT_BYTES));
}

async function readManifest({ entries, pieces }: ZipReader): Promise<Manifest> {
  const entry = entries.find(({ name }) => name === MANIFEST);
  if (entry === undefined || entry.size > LARGEST_MANIFEST) throw new Error(`there is no ${MANIFEST} in it`);
  const parts: Buffer[] = [];
  for await (const piece of pieces(entry)) parts.push(piece);
  const bytes = Buffer.concat(parts);
  // Changed itself, it would call the files changed that it names.
  if (crc32(bytes) !== entry.crc) throw new Error(`its ${MANIFEST} was changed`);
  try {
    return manifest.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw new Error(`its ${MANIFEST} is damaged`);
  }
}

async function differences(
  { entries, pieces }: ZipReader,
  known: Manifest,
  onRow: (table: string, row: unknown) => void,
): Promise<string[]> {
  const problems: string[] = [];
  const totals = createTotals();
  const others = entries.filter(({ name }) => name !== MANIFEST && !known.files.some((file) => file.name === name));
  for (const { name } of others) problems.push(`${name} is not in the manifest.`);
  for (const file of known.files) {
    const entry = entries.find(({ name }) => name === file.name);
    if (entry === undefined) {
      problems.push(`${file.name} is missing.`);
      continue;
    }
    const problem = await differenceOf(file, pieces(entry), (row) => {
      totals.add(tableOf(entry), row);
      onRow(tableOf(entry), row);
    });
    if (problem !== null) problems.push(problem);
  }
  if (problems.length === 0 && JSON.stringify(totals.sums()) !== JSON.stringify(known.totals)) {
    problems.push('The sums of money are not those of its rows.');
  }
  return problems;
}

function tableOf({ name }: ZipEntry): string {
  return name.replace(/\.ndjson$/, '');
}

async function differenceOf(
  { name, rows, bytes, sha256 }: Manifest['files'][number],
  pieces: AsyncIterable<Buffer>,
  onRow: (row: unknown) => void,
): Promise<string | null> {
  const digest = createHash('sha256');
  let found = 0;
  let size = 0;
  try {
    for await (const { bytes: piece, rows: read } of readRows(pieces)) {
      digest.update(piece);
      size += piece.length;
      found += read.length;
      for (const row of read) onRow(row);
    }
  } catch (error) {
    return `${name} is damaged: ${reasonOf(error)}.`;
  }
  if (digest.digest('hex') === sha256 && size === bytes && found === rows) return null;
  return found === rows ? `${name} was changed.` : `${name} has ${found} rows, not ${rows}.`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
