import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runAndFollow } from './child.mjs';
import { SetupError } from './error.mjs';
import { withSetupLock } from './lock.mjs';
import { nodeModules, projectRoot } from './paths.mjs';

/** npm writes this last, so it is there exactly when an installation finished, and says what was installed. */
const installedRecord = path.join(nodeModules, '.package-lock.json');
const lockFile = path.join(projectRoot, 'package-lock.json');

/** Installs the packages of package-lock.json unless they are there already; reading that takes milliseconds. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withSetupLock(async () => {
    if (isInstalled()) return;
    // A finished installation is brought up to date in place: `npm ci` would pull its files (and, on Windows, the very
    // Node we may be running on) from under programs in use. An unfinished one is not to be trusted: start from nothing.
    const finished = fs.existsSync(installedRecord);
    console.error(finished ? 'Bringing packages up to date (npm install) …' : 'Installing packages (npm ci) …');
    const code = await npm(finished ? ['install', '--no-save'] : ['ci']);
    if (code !== 0) throw new SetupError(`Installing packages failed (npm's exit code ${code}); its reason is above.`);
    if (!isInstalled())
      throw new SetupError('npm ended well but packages are missing: delete node_modules, try again.');
  });
}

/** Every package of the lock is installed in that very version; only optional ones (other platforms) may be absent. */
function isInstalled() {
  const wanted = readPackages(lockFile);
  const present = readPackages(installedRecord);
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(([place, { integrity, optional }]) => {
    if (place === '') return true;
    const found = present[place];
    return found === undefined ? optional === true : found.integrity === integrity;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { integrity?: string, optional?: boolean }> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function npm(args) {
  // npm's output goes to stderr (fd 2): stdout belongs to the task.
  /** @type {import('node:child_process').SpawnOptions} */
  const options = { cwd: projectRoot, stdio: ['inherit', 2, 2] };
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  // The npm that started us, on its own Node: no shell, no guessing where Windows keeps npm.cmd.
  if (cli !== undefined && /\.c?js$/.test(cli)) return runAndFollow(node ?? process.execPath, [cli, ...args], options);
  return runAndFollow('npm', args, { ...options, shell: process.platform === 'win32' });
}
