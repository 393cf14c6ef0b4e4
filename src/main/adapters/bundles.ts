import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { BundleStart, Bundles, NewBundle } from '../services/ports.ts';

/** One bundle to be made. */
export interface BundleOrder extends BundleStart {
  dataDir: string;
  /** Where to write it: a temporary name. */
  target: string;
  /** `null`: all there is. A bundle that is made again ends where it ended. */
  toCommit: number | null;
}

/** What a bundle says of itself, as far as it is kept in the books. */
export interface MadeBundle {
  manifest: { site: string; sequence: number; fromCommit: number; toCommit: number };
  sha256: string;
}

export interface BundleOptions {
  dataDir: string;
  /** Makes one; in a thread of its own unless a test waits for it. */
  make: (order: BundleOrder, onRows: (rows: number) => void) => Promise<MadeBundle>;
  cancel: () => Promise<void>;
  verify: (file: string, sha256: string) => Promise<string[]>;
  publicKey: Bundles['publicKey'];
}

export const BUNDLES_FOLDER = 'bundles';

/** `KB1-000007.zip` */
export function bundleName(site: string, sequence: number): string {
  return `${site}-${String(sequence).padStart(6, '0')}.zip`;
}

/** What a crash leaves of one that was being made. */
const WRITING = '.writing-';

/** Makes bundles in the data folder's `bundles`, one at a time. */
export function openBundles({ dataDir, make, cancel, verify, publicKey }: BundleOptions): Bundles {
  const folder = path.join(dataDir, BUNDLES_FOLDER);
  let rows: number | null = null;
  let isGivenUp = false;
  let count = 0;
  const wasGivenUp = () => isGivenUp;
  for (const left of existsSync(folder) ? readdirSync(folder) : []) {
    if (left.startsWith(WRITING)) rmSync(path.join(folder, left));
  }
  return {
    progress: () => rows,
    cancel() {
      isGivenUp = true;
      return cancel();
    },
    publicKey,
    async make(start): Promise<NewBundle | null> {
      if (rows !== null) throw new Error('a bundle is being made already');
      rows = 0;
      isGivenUp = false;
      const target = path.join(folder, `${WRITING}${(count += 1)}.zip`);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const order = { ...start, dataDir, target, toCommit: null };
        const { manifest, sha256 } = await make(order, (written) => (rows = written));
        const { site, sequence, fromCommit, toCommit } = manifest;
        return {
          sequence,
          fromCommit,
          toCommit,
          sha256,
          manifest: JSON.stringify(manifest),
          keep() {
            const name = bundleName(site, sequence);
            renameSync(target, path.join(folder, name));
            return name;
          },
          discard: () => rmSync(target, { force: true }),
        };
      } catch (error) {
        rmSync(target, { force: true });
        // Read again: it was given up meanwhile.
        if (wasGivenUp()) return null;
        throw error;
      } finally {
        rows = null;
      }
    },
    async verify(name, sha256) {
      const file = path.join(folder, name);
      return existsSync(file) ? verify(file, sha256) : [`${name} is not in the folder ${BUNDLES_FOLDER} any more.`];
    },
  };
}
