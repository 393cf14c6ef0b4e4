import { z } from 'zod';
import type { Database } from './database.ts';
import type { LoadedSite } from './plan.ts';

const rows = z.array(
  z.object({ sequence: z.coerce.number(), sha256: z.string(), to_commit: z.coerce.number(), instant: z.string() }),
);

export interface SiteState extends LoadedSite {
  /** When the last commit of the last bundle was made, in UTC; `null` when none is loaded. */
  lastInstant: string | null;
}

/** What the database has of a site: bundles that are loaded whole. */
export async function loadedOf(database: Database, site: string): Promise<SiteState> {
  const found = rows.parse(
    await database.select(
      'SELECT sequence, sha256, to_commit, instant FROM bundles WHERE site = ? AND is_complete = 1 ORDER BY sequence',
      [site],
    ),
  );
  const last = found.at(-1);
  return {
    hashes: new Map(found.map(({ sequence, sha256 }) => [sequence, sha256])),
    end: last === undefined ? null : { site, sequence: last.sequence, toCommit: last.to_commit, sha256: last.sha256 },
    lastInstant: last?.instant ?? null,
  };
}
