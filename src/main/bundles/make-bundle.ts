import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { readKeyFile } from '../adapters/key-file.ts';
import type { BundleOrder, MadeBundle } from '../adapters/bundles.ts';
import { type BundleTable, bundleTables } from '../db/bundle-rows.ts';
import type { Db } from '../db/db.ts';
import { openReader } from '../db/open-reader.ts';
import { commits } from '../db/schema/index.ts';
import { sha256Of } from '../file-hash.ts';
import { trailHead } from '../services/audit-trail.ts';
import { settingsOf } from '../services/settings-store.ts';
import { createTotals, type Manifest } from './manifest.ts';
import { COMMENT_BYTES, fingerprintOf, privateKeyOf, signFile } from './signature.ts';
import { openZip } from './write-zip.ts';

/** Letters that are gathered before they are packed. */
const PIECE = 256 * 1024;
const ROWS_BETWEEN_NEWS = 5_000;

/** What it costs to remove the file of the site's key. */
export const KEY_PRICE = 'and give head office the new public key';

/**
 * Makes a bundle of the commits after the last one's, from one moment of the books, while the counter goes on: row by
 * row, so that a year takes no more memory than a day. For a thread of its own.
 *
 * @param onRows told now and then how many rows are written
 * @returns what was made, under the temporary name of the order
 */
export async function makeBundle(order: BundleOrder, onRows: (rows: number) => void): Promise<MadeBundle> {
  const { dataDir, target } = order;
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  rmSync(target, { force: true });
  const key = privateKeyOf(readKeyFile(path.join(dataDir, 'keys', 'site.key'), KEY_PRICE));
  const db = openReader(dataDir);
  try {
    db.$client.exec('BEGIN');
    const manifest = write(db, order, fingerprintOf(key), onRows);
    await signFile(target, key);
    return { manifest, sha256: await sha256Of(target) };
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  } finally {
    db.$client.close();
  }
}

function write(db: Db, order: BundleOrder, key: string, onRows: (rows: number) => void): Manifest {
  const { sequence, previous, restoredAfter, fromCommit, target } = order;
  const toCommit = order.toCommit ?? trailHead(db).seq;
  const last = db.select().from(commits).where(eq(commits.seq, toCommit)).get();
  if (last === undefined || toCommit < fromCommit) throw new Error('there is nothing to export');
  const zip = openZip(target);
  try {
    const totals = createTotals();
    let rows = 0;
    const files = bundleTables(db).map((table) =>
      writeTable(zip.add, table, [fromCommit, toCommit], (row) => {
        totals.add(table.name, row);
        rows += 1;
        if (rows % ROWS_BETWEEN_NEWS === 0) onRows(rows);
      }),
    );
    const manifest: Manifest = {
      format: 'depot-bundle/1',
      site: settingsOf(db).company.siteCode,
      sequence,
      previous,
      restoredAfter,
      fromCommit,
      toCommit,
      instant: last.instant,
      schema: Number(db.$client.pragma('user_version', { simple: true })),
      auditSeq: last.auditSeq,
      auditHead: last.head,
      key,
      totals: totals.sums(),
      files,
    };
    zip.add('manifest.json', [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]);
    zip.finish(COMMENT_BYTES);
    return manifest;
  } finally {
    zip.close();
  }
}

function writeTable(
  add: (name: string, pieces: Iterable<Buffer>) => number,
  table: BundleTable,
  [from, to]: readonly [number, number],
  onRow: (row: unknown) => void,
): Manifest['files'][number] {
  const name = `${table.name}.ndjson`;
  const digest = createHash('sha256');
  let rows = 0;
  const pieces = function* () {
    let text = '';
    for (const row of table.rows(from, to)) {
      onRow(row);
      rows += 1;
      text += `${JSON.stringify(row)}\n`;
      if (text.length < PIECE) continue;
      yield Buffer.from(text);
      text = '';
    }
    if (text !== '') yield Buffer.from(text);
  };
  const hashed = function* () {
    for (const piece of pieces()) {
      digest.update(piece);
      yield piece;
    }
  };
  const bytes = add(name, hashed());
  return { name, rows, bytes, sha256: digest.digest('hex') };
}
