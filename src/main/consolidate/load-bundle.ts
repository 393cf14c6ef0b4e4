import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Manifest } from '../bundles/manifest.ts';
import { readRows } from '../bundles/read-rows.ts';
import { readZip } from '../bundles/read-zip.ts';
import { COMMENT_BYTES } from '../bundles/signature.ts';
import { StartError } from '../db/start-error.ts';
import { createBatch } from './batch.ts';
import { BUNDLE_FILES } from './bundle-files.ts';
import { type Scalar, toDatabase } from './columns.ts';
import type { Database } from './database.ts';
import { columnsOf } from './ddl.ts';
import type { GivenBundle } from './plan.ts';
import { forget, takeOutWhatDoesNotHold } from './take-out.ts';
import type { BundleFile } from './table.ts';

const row = z.record(z.string(), z.unknown());
const state = z.record(z.string(), z.unknown()).nullable();
const number = z.int();

/**
 * Loads a verified bundle that follows what is loaded. Rows go in in batches, each a transaction of its own, and are seen
 * by no view; the last transaction, a small one, marks the bundle complete and takes back what a restore took back.
 *
 * @throws StartError when the database is gone, or the file is no longer the one that was verified: then nothing of it counts
 */
export async function loadBundle(database: Database, { file, sha256, manifest }: GivenBundle): Promise<void> {
  const { site, sequence } = manifest;
  // What a loader left that was killed on the way.
  await forget(database, site, sequence);
  await begin(database, sha256, manifest);
  const { entries, pieces } = await readZip(file, COMMENT_BYTES);
  const commits = new Map<string, Map<number, number>>();
  for (const target of BUNDLE_FILES) {
    const listed = manifest.files.find(({ name }) => name === `${target.name}.ndjson`);
    const entry = entries.find(({ name }) => name === listed?.name);
    if (listed === undefined) continue;
    const digest = createHash('sha256');
    const batch = createBatch(database, target, [site, sequence]);
    const read = entry === undefined ? [] : readRows(pieces(entry));
    for await (const { bytes, rows } of read) {
      digest.update(bytes);
      for (const each of rows) await batch.add(valuesOf(target, row.parse(each), commits));
    }
    await batch.end();
    if (digest.digest('hex') !== listed.sha256) throw new StartError(`${file} was changed while it was loaded.`);
  }
  await complete(database, manifest);
  await takeOutWhatDoesNotHold(database, site);
}

async function begin(database: Database, sha256: string, manifest: Manifest): Promise<void> {
  const { site, sequence, previous, restoredAfter, fromCommit, toCommit, instant, schema } = manifest;
  const { auditSeq, auditHead, key } = manifest;
  await database.insert(
    `INSERT INTO bundles (site, sequence, sha256, previous, restored_after, from_commit, to_commit, instant,
      schema_version, audit_seq, audit_head, key_sha256, is_complete, holds_to, is_cut) VALUES`,
    [
      [
        site,
        sequence,
        sha256,
        previous,
        restoredAfter,
        fromCommit,
        toCommit,
        toDatabase('instant', instant),
        schema,
        auditSeq,
        auditHead,
        key,
        0,
        toCommit,
        1,
      ],
    ],
  );
}

async function complete(database: Database, { site, sequence, restoredAfter }: Manifest): Promise<void> {
  await database.together(async () => {
    if (restoredAfter !== null) {
      await database.run(
        'UPDATE bundles SET holds_to = ?, is_cut = 0 WHERE site = ? AND sequence < ? AND holds_to > ?',
        [restoredAfter, site, sequence, restoredAfter],
      );
    }
    await database.run('UPDATE bundles SET is_complete = 1 WHERE site = ? AND sequence = ?', [site, sequence]);
  });
}

/** A row's columns in the order of its table, without site and bundle. */
function valuesOf(
  file: BundleFile,
  found: Readonly<Record<string, unknown>>,
  commits: Map<string, Map<number, number>>,
): Scalar[] {
  const taken = takenOf(file, found);
  const commit = commitOf(file, found, commits);
  return Object.entries(columnsOf(file)).map(([name, kind]) =>
    name === 'commit_seq' ? commit : toDatabase(kind, name in taken ? taken[name] : found[name]),
  );
}

/** Columns of a whole state; of anything else none. */
function takenOf({ state: taken }: BundleFile, { after }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (taken === null || typeof after !== 'string') return {};
  const known = state.parse(JSON.parse(after));
  if (known === null || !(taken.marker in known)) return {};
  return Object.fromEntries(Object.entries(taken.columns).map(([name, { field }]) => [name, known[field]]));
}

/** Lines belong to their document's commit: documents are remembered by two numbers each, some megabytes for a year of them. */
function commitOf(
  { name, commit }: BundleFile,
  found: Readonly<Record<string, unknown>>,
  commits: Map<string, Map<number, number>>,
): number {
  const place = number.parse(found[commit.column]);
  if ('parent' in commit) return number.parse(commits.get(commit.parent)?.get(place));
  if (PARENTS.has(name)) {
    const known = commits.get(name) ?? new Map<number, number>();
    commits.set(name, known.set(number.parse(found['id']), place));
  }
  return place;
}

const PARENTS: ReadonlySet<string> = new Set(
  BUNDLE_FILES.flatMap(({ commit }) => ('parent' in commit ? [commit.parent] : [])),
);
