import { stringify } from 'csv-stringify/sync';
import { zipSync } from 'fflate/browser';
import type { ImportCell, ImportedBytes, ImportFile } from '../services/ports.ts';
import { harmless } from './report-files.ts';

/** The first day a zip can tell: the same rows give the same bytes. */
const MTIME = '1980-01-01T00:00:00';

/**
 * Files for another program's import, as CSV: UTF-8 without a byte order mark, which such programs take for a part of the
 * first column's name. More than one come as a zip.
 */
export function filesForImport(files: readonly ImportFile[]): ImportedBytes {
  const [only, ...others] = files;
  if (only !== undefined && others.length === 0) return { bytes: csvOf(only), kind: 'csv' };
  return {
    bytes: zipSync(Object.fromEntries(files.map((file) => [file.name, csvOf(file)])), { mtime: MTIME }),
    kind: 'zip',
  };
}

function csvOf({ columns, rows }: ImportFile): Uint8Array {
  const text = stringify([columns, ...rows.map((row) => row.map(written))], { record_delimiter: 'windows' });
  return new TextEncoder().encode(text);
}

function written(cell: ImportCell): string | null {
  if (cell === null) return null;
  return typeof cell === 'string' ? harmless(cell) : cell.figure;
}
