import { z } from 'zod';
import { BUNDLE_FILES } from './bundle-files.ts';
import type { Scalar } from './columns.ts';
import type { Database } from './database.ts';
import { tableOf } from './table.ts';

/** Rows of one statement, which is one transaction. */
const AT_ONCE = 5_000;

const places = z.array(z.object({ sequence: z.coerce.number(), holds_to: z.coerce.number() }));

/** Takes out everything of a bundle that was loaded in part; of one that is loaded whole, or not at all, nothing. */
export async function forget(database: Database, site: string, sequence: number): Promise<void> {
  const begun = await database.select('SELECT 1 FROM bundles WHERE site = ? AND sequence = ? AND is_complete = 0', [
    site,
    sequence,
  ]);
  if (begun.length === 0) return;
  for (const file of BUNDLE_FILES) {
    await takeOut(database, `DELETE FROM ${tableOf(file)} WHERE site = ? AND bundle = ?`, [site, sequence]);
  }
  await database.run('DELETE FROM bundles WHERE site = ? AND sequence = ? AND is_complete = 0', [site, sequence]);
}

/**
 * Takes out the rows of commits that a restore took back. No view has shown them since that bundle was complete; what a
 * killed loader left is taken out by the next.
 */
export async function takeOutWhatDoesNotHold(database: Database, site: string): Promise<void> {
  const cut = places.parse(
    await database.select('SELECT sequence, holds_to FROM bundles WHERE site = ? AND is_cut = 0 ORDER BY sequence', [
      site,
    ]),
  );
  for (const { sequence, holds_to: holdsTo } of cut) {
    for (const file of BUNDLE_FILES) {
      const sql = `DELETE FROM ${tableOf(file)} WHERE site = ? AND bundle = ? AND commit_seq > ?`;
      await takeOut(database, sql, [site, sequence, holdsTo]);
    }
    await database.run('UPDATE bundles SET is_cut = 1 WHERE site = ? AND sequence = ?', [site, sequence]);
  }
}

async function takeOut(database: Database, sql: string, values: readonly Scalar[]): Promise<void> {
  while ((await database.run(`${sql} LIMIT ${AT_ONCE}`, values)) === AT_ONCE);
}
