import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { isThisNodeNewEnough, nodeIn, noNode, nodePackage } from './node.mjs';
import { npm } from './npm.mjs';
import { outDir } from './paths.mjs';

const dir = path.join(outDir, '.setup-node');

/**
 * A Node new enough to install the packages with. On an older machine the project's Node is fetched alone, first, beside
 * node_modules (where Windows would not let npm replace a running executable): npm skips optional packages whose
 * `engines` the Node it runs on does not meet, without a word, and the bundler's native part is one of them.
 *
 * @param {Record<string, { version?: string, integrity?: string }>} lockedPackages package-lock.json's `packages`
 * @returns {Promise<string>} path of its executable
 */
export async function nodeToInstallWith(lockedPackages) {
  if (isThisNodeNewEnough()) return process.execPath;
  const locked = lockedPackages[`node_modules/${nodePackage}`];
  if (locked?.version === undefined) throw noNode();

  console.error(`Fetching Node ${locked.version} for the set-up (this is ${process.versions.node}) …`);
  const project = { name: 'setup-node', version: '0.0.0', dependencies: { [nodePackage]: locked.version } };
  const lock = {
    name: project.name,
    version: project.version,
    lockfileVersion: 3,
    requires: true,
    packages: { '': project, [`node_modules/${nodePackage}`]: locked },
  };
  fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(path.join(dir, 'package.json'), JSON.stringify(project));
  fs.writeFileSync(path.join(dir, 'package-lock.json'), JSON.stringify(lock));
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: dir, node: process.execPath });
  return nodeIn(path.join(dir, 'node_modules'));
}

/** Once the packages are installed the project's own copy takes over. */
export function forgetSetupNode() {
  fs.rmSync(dir, { recursive: true, force: true });
}
