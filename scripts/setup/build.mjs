import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runAndFollow } from './child.mjs';
import { SetupError } from './error.mjs';
import { withSetupLock } from './lock.mjs';
import { findNode } from './node.mjs';
import { outDir, projectRoot } from './paths.mjs';

const stampFile = path.join(outDir, '.build-stamp');

/** Everything the build's result depends on. Migrations are read at run time and need no build. */
const INPUTS = [
  'src',
  'scripts/build.mjs',
  'scripts/copy-docs.mjs',
  'scripts/copy-fonts.mjs',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * Builds into out/ unless what is there was built from these very sources: contents are compared, not times, so that
 * changing branches back and forth is not a reason to build.
 *
 * @param {{ force: boolean }} options `force` builds even so (`npm run build`)
 */
export async function ensureBuilt({ force }) {
  if (!force && readStamp() === hashInputs()) return;
  await withSetupLock(async () => {
    const hash = hashInputs();
    if (!force && readStamp() === hash) return;
    console.error('Building the console …');
    fs.rmSync(stampFile, { force: true });
    const code = await runAndFollow(findNode(), ['scripts/build.mjs'], { cwd: projectRoot, stdio: ['inherit', 2, 2] });
    if (code !== 0) throw new SetupError('The build failed; its reason is above.');
    fs.writeFileSync(stampFile, hash);
  });
}

function readStamp() {
  try {
    return fs.readFileSync(stampFile, 'utf8');
  } catch {
    return null;
  }
}

function hashInputs() {
  const hash = crypto.createHash('sha256');
  for (const input of INPUTS) {
    for (const file of filesIn(path.join(projectRoot, input))) {
      hash.update(`${path.relative(projectRoot, file).split(path.sep).join('/')}\0`).update(fs.readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} place a file or a folder
 * @returns {string[]} its files, in an order that does not depend on the file system
 */
function filesIn(place) {
  if (fs.statSync(place).isFile()) return [place];
  const names = fs.readdirSync(place);
  names.sort(); // not toSorted(): Node 18 has none
  return names.flatMap((name) => filesIn(path.join(place, name)));
}
