import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { SetupError } from './error.mjs';
import { nodeModules } from './paths.mjs';

/** better-sqlite3 crashes older ones, and npm leaves out build tools whose `engines` the installing Node does not meet. */
const WANTED_MAJOR = 24;

const platform = process.platform === 'win32' ? 'win' : process.platform;

/** The npm package that holds Node for this kind of machine (package.json, optionalDependencies). */
export const nodePackage = `node-${platform}-${process.arch}`;

/** @param {string} modules a node_modules folder */
export function nodeIn(modules) {
  return path.join(modules, nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

export function isThisNodeNewEnough() {
  return Number.parseInt(process.versions.node, 10) >= WANTED_MAJOR;
}

/**
 * The Node that runs everything after the set-up: the one npm installed, or this one where npm has none for the machine.
 *
 * @returns {string} path of the executable
 */
export function findNode() {
  const installed = nodeIn(nodeModules);
  if (fs.existsSync(installed)) return installed;
  if (isThisNodeNewEnough()) return process.execPath;
  throw noNode();
}

export function noNode() {
  return new SetupError(
    `Depot Console needs Node ${WANTED_MAJOR} or newer on this kind of machine (${platform}-${process.arch}); ` +
      `this is Node ${process.versions.node}. Install Node ${WANTED_MAJOR} from https://nodejs.org and try again.`,
  );
}
