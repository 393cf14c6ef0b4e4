import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { SetupError } from './error.mjs';
import { nodeModules } from './paths.mjs';

// better-sqlite3 crashes the whole process below this, so it must be refused with a sentence instead.
const OLDEST_MAJOR = 22;

/**
 * The Node that runs everything after the set-up: the one npm installed (package.json, optionalDependencies), or this
 * one where npm has none for the machine and this one is new enough.
 *
 * @returns {string} path of the executable
 */
export function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const installed = path.join(nodeModules, `node-${platform}-${process.arch}`, 'bin', file);
  if (fs.existsSync(installed)) return installed;
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_MAJOR) return process.execPath;
  throw new SetupError(
    `Depot Console needs Node ${OLDEST_MAJOR} or newer on this kind of machine (${platform}-${process.arch}); ` +
      `this is Node ${process.versions.node}. Install Node 24 from https://nodejs.org and try again.`,
  );
}
