import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { forgetSetupNode, nodeToInstallWith } from './bootstrap.mjs';
import { SetupError } from './error.mjs';
import { withSetupLock } from './lock.mjs';
import { npm } from './npm.mjs';
import { nodeModules, projectRoot } from './paths.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {string | string[]} [os]
 * @property {string | string[]} [cpu]
 * @property {string | string[]} [libc]
 */

const lockFile = path.join(projectRoot, 'package-lock.json');
/** npm writes this last, so it is there exactly when an installation finished, and says what was installed. */
const installedRecord = path.join(nodeModules, '.package-lock.json');

/** Installs the packages of package-lock.json unless they are there already; finding that out takes milliseconds. */
export async function ensureInstalled() {
  const locked = readPackages(lockFile);
  if (locked === null) throw new SetupError(`${lockFile} is missing or damaged.`);
  if (isInstalled(locked)) return;
  await withSetupLock(async () => {
    if (isInstalled(locked)) return;
    const node = await nodeToInstallWith(locked);
    // A finished installation is brought up to date in place: `npm ci` would pull its files (and, on Windows, the very
    // Node we may be running on) from under programs in use. An unfinished one is not to be trusted: start from nothing.
    const finished = fs.existsSync(installedRecord);
    console.error(finished ? 'Bringing packages up to date (npm install) …' : 'Installing packages (npm ci) …');
    await npm(finished ? ['install', '--no-save'] : ['ci'], { cwd: projectRoot, node });
    if (!isInstalled(locked)) {
      throw new SetupError('npm ended well but packages are missing: delete node_modules and try again.');
    }
    forgetSetupNode();
  });
}

/**
 * Every package of the lock is there in that very version; only optional ones for other machines may be absent.
 *
 * @param {Record<string, LockedPackage>} locked
 */
function isInstalled(locked) {
  const present = readPackages(installedRecord);
  if (present === null) return false;
  return Object.entries(locked).every(([place, entry]) => {
    if (place === '') return true;
    const found = present[place];
    if (found !== undefined) return found.integrity === entry.integrity;
    return entry.optional === true && !isForThisMachine(entry);
  });
}

/**
 * @param {LockedPackage} entry an optional one; without a platform it belongs to another optional package
 */
function isForThisMachine({ os, cpu, libc }) {
  if (os === undefined || cpu === undefined || libc?.includes('musl')) return false;
  return [os].flat().includes(process.platform) && [cpu].flat().includes(process.arch);
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
