import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fingerprintOf } from '../bundles/signature.ts';
import { StartError } from '../db/start-error.ts';

const ENDING = '.pem';

/**
 * The public keys head office has, by site.
 *
 * @param given `SITE=FILE`, or a folder of files named `SITE.pem`
 * @returns PEM
 * @throws StartError when one is missing or none, or two are given for a site
 */
export function readKeys(given: readonly string[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [site, file] of given.flatMap(filesOf)) {
    const pem = readKey(file);
    const known = keys.get(site);
    if (known !== undefined && fingerprintOf(known) !== fingerprintOf(pem)) {
      throw new StartError(`Two different keys are given for the site ${site}.`);
    }
    keys.set(site, pem);
  }
  return keys;
}

function filesOf(given: string): [site: string, file: string][] {
  const [, site, file] = /^([A-Z0-9]+)=(.+)$/.exec(given) ?? [];
  if (site !== undefined && file !== undefined) return [[site, file]];
  if (statSync(given, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new StartError(`${given} is neither SITE=FILE nor a folder of keys. See --help.`);
  }
  return readdirSync(given)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => [name.slice(0, -ENDING.length), path.join(given, name)]);
}

/** @throws StartError */
function readKey(file: string): string {
  try {
    const key = readFileSync(file, 'utf8');
    fingerprintOf(key);
    return key;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new StartError(isMissing ? `There is no file ${file}.` : `${file} is not a public key.`);
  }
}
