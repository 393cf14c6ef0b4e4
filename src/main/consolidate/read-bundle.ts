import { claimedManifest, verifyBundle } from '../bundles/verify-bundle.ts';
import type { GivenBundle } from './plan.ts';
import { createRowCheck } from './row-check.ts';

/** A file that does not even say which site it is of. */
export interface NoBundle {
  file: string;
  problem: string;
}

/**
 * Verifies one bundle with the key of the site it says it is of: whoever claims to be another site does not have its key.
 *
 * @param keys public keys (PEM) by site
 */
export async function readBundle(file: string, keys: ReadonlyMap<string, string>): Promise<GivenBundle | NoBundle> {
  let site: string;
  try {
    ({ site } = await claimedManifest(file));
  } catch (error) {
    return { file, problem: `It cannot be read: ${error instanceof Error ? error.message : String(error)}.` };
  }
  const key = keys.get(site);
  if (key === undefined) return { file, problem: `No key is given for the site ${site}.` };
  const check = createRowCheck();
  const { manifest, sha256, problems } = await verifyBundle(file, key, check.onRow);
  if (manifest === null) return { file, problem: problems.join(' ') };
  return { file, sha256, manifest, problems: problems.length > 0 ? problems : check.problems(manifest) };
}
