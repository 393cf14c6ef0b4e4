import fs from 'node:fs';
import path from 'node:path';

/** The files the program reads at run time, each by its full path. */
export interface ProgramFiles {
  /** The program's own version, from its package.json. */
  version: string;
  migrations: string;
  fonts: string;
  renderer: string;
  preload: string;
  /** Checks the books in a thread of its own. */
  integrityWorker: string;
  /** Copies the books in a thread of its own. */
  backupWorker: string;
  /** Makes bundles in a thread of its own. */
  bundleWorker: string;
  /** Swagger UI; not packed, host 2 only. */
  docs: string;
  /** Offered at first run. */
  sample: string;
}

/**
 * Finds them by the nearest package.json above this module: the checkout when run from src (tests) or from out/main, and
 * app.asar in the installed program. A fixed number of folders up would not do, since the bundler moves shared modules
 * to out/main/chunks.
 */
export function findProgramFiles(from = import.meta.dirname): ProgramFiles {
  const root = rootAbove(from);
  const isBuilt = from.startsWith(path.join(root, 'out'));
  return {
    version: versionIn(path.join(root, 'package.json')),
    migrations: path.join(root, 'migrations'),
    fonts: path.join(root, 'out/fonts'),
    renderer: path.join(root, 'out/renderer'),
    preload: path.join(root, 'out/preload/preload.cjs'),
    integrityWorker: path.join(root, isBuilt ? 'out/main/integrity-worker.js' : 'src/main/integrity-worker.ts'),
    backupWorker: path.join(root, isBuilt ? 'out/main/backup-worker.js' : 'src/main/backup-worker.ts'),
    bundleWorker: path.join(root, isBuilt ? 'out/main/bundle-worker.js' : 'src/main/bundle-worker.ts'),
    docs: path.join(root, 'out/docs'),
    sample: path.join(root, 'samples/depot-kb1'),
  };
}

function versionIn(file: string): string {
  const content: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
  const isKnown = typeof content === 'object' && content !== null && 'version' in content;
  return isKnown ? String(content.version) : 'unknown';
}

function rootAbove(dir: string): string {
  if (fs.existsSync(path.join(dir, 'package.json'))) return dir;
  const parent = path.dirname(dir);
  if (parent === dir) throw new Error('The program’s own files are missing: there is no package.json above it.');
  return rootAbove(parent);
}
