import { StartError } from '../db/start-error.ts';
import { type Database, openDatabase } from './database.ts';
import { readKeys } from './keys.ts';
import { loadBundle } from './load-bundle.ts';
import { loadedOf } from './loaded.ts';
import { HELP, parseConsolidateOptions } from './options.ts';
import { type GivenBundle, planSite } from './plan.ts';
import { readBundle } from './read-bundle.ts';
import { lockOutOthers, prepareSchema } from './schema.ts';
import { takeOutWhatDoesNotHold } from './take-out.ts';

export interface ConsolidateParts {
  env: Readonly<Record<string, string | undefined>>;
  out: (text: string) => void;
  err: (text: string) => void;
}

/** `npm run consolidate`. @returns the exit code: 0 when everything that was given is loaded, now or before */
export async function runConsolidate(args: string[], parts: ConsolidateParts): Promise<number> {
  const { env, out, err } = parts;
  try {
    const options = parseConsolidateOptions(args, env);
    if (options === null) {
      out(HELP);
      return 0;
    }
    const given = await readAll(options.bundles, readKeys(options.keys), err);
    const database = await openDatabase(options.address);
    try {
      await lockOutOthers(database);
      await prepareSchema(database);
      const refused = await loadSites(database, given.bundles, parts);
      return given.refused + refused === 0 ? 0 : 1;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    err(`${error.message}\n`);
    return 1;
  }
}

/** Verifies all that was given before the database is asked for anything. */
async function readAll(files: readonly string[], keys: ReadonlyMap<string, string>, err: ConsolidateParts['err']) {
  const bundles: GivenBundle[] = [];
  let refused = 0;
  for (const file of files) {
    const read = await readBundle(file, keys);
    if ('manifest' in read) {
      bundles.push(read);
      continue;
    }
    err(refusal(file, [read.problem]));
    refused += 1;
  }
  return { bundles, refused };
}

async function loadSites(
  database: Database,
  bundles: readonly GivenBundle[],
  { out, err }: Pick<ConsolidateParts, 'out' | 'err'>,
): Promise<number> {
  let refused = 0;
  const sites = Map.groupBy(bundles, ({ manifest }) => manifest.site);
  for (const [site, given] of [...sites].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await takeOutWhatDoesNotHold(database, site);
    const plan = planSite(site, given, await loadedOf(database, site));
    for (const { bundle, reasons } of plan.refused) err(refusal(bundle.file, reasons));
    for (const bundle of plan.load) await loadBundle(database, bundle);
    refused += plan.refused.length;
    const { end, lastInstant } = await loadedOf(database, site);
    const counts = `${plan.load.length} loaded, ${plan.known.length} known already, ${plan.refused.length} refused`;
    const state =
      end === null
        ? 'nothing is loaded'
        : `now at number ${end.sequence}, commit ${end.toCommit} of ${(lastInstant ?? '').slice(0, 16)} UTC`;
    out(`${site}: ${counts}; ${state}.\n`);
  }
  return refused;
}

function refusal(file: string, reasons: readonly string[]): string {
  return `${file}: REFUSED. ${reasons.join(' ')}\n`;
}
