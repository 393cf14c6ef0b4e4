import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { BUNDLES_FOLDER } from '../adapters/bundles.ts';
import { readKeyFile } from '../adapters/key-file.ts';
import { KEY_PRICE } from '../bundles/make-bundle.ts';
import { privateKeyOf, publicKeyOf } from '../bundles/signature.ts';
import { verifyBundle } from '../bundles/verify-bundle.ts';
import type { KnownBundle } from '../services/lost/note-restore.ts';

/** Bundles of this site that lie in the data folder and are whole: head office may have them, whatever the books say. */
export async function knownBundles(dataDir: string): Promise<KnownBundle[]> {
  const folder = path.join(dataDir, BUNDLES_FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^[^.].*\.zip$/.test(name)) : [];
  if (names.length === 0) return [];
  const publicKey = publicKeyOf(privateKeyOf(readKeyFile(path.join(dataDir, 'keys', 'site.key'), KEY_PRICE)));
  const known: KnownBundle[] = [];
  for (const file of names) {
    const { manifest, sha256, problems } = await verifyBundle(path.join(folder, file), publicKey);
    if (manifest === null || problems.length > 0) continue;
    const { sequence, fromCommit, toCommit } = manifest;
    known.push({ sequence, fromCommit, toCommit, file, sha256, manifest: JSON.stringify(manifest) });
  }
  return known;
}
