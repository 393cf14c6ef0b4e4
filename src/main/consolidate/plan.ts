import type { Manifest } from '../bundles/manifest.ts';
import { type ChainEnd, chainBreaks } from '../bundles/verify-chain.ts';

/** A bundle that was given, as it was verified with its site's key. */
export interface GivenBundle {
  /** As it was named by whoever gave it. */
  file: string;
  /** Of the whole file. */
  sha256: string;
  manifest: Manifest;
  /** What is wrong with it, each a sentence. */
  problems: readonly string[];
}

/** What head office's database has of a site. */
export interface LoadedSite {
  /** SHA-256 of each bundle that is loaded whole, by its number. */
  hashes: ReadonlyMap<number, string>;
  /** The last of them; `null` when there is none. */
  end: ChainEnd | null;
}

export interface SitePlan {
  /** In the order they are to be loaded. */
  load: GivenBundle[];
  /** Nothing has to be done for them. */
  known: GivenBundle[];
  refused: { bundle: GivenBundle; reasons: readonly string[] }[];
}

/**
 * What is to be done with the bundles of one site, given in any order: each that follows what is loaded is loaded, each
 * that is loaded is known, and an altered one, another one of the same number or one after a gap is refused.
 */
export function planSite(site: string, given: readonly GivenBundle[], { hashes, end }: LoadedSite): SitePlan {
  const plan: SitePlan = { load: [], known: [], refused: [] };
  const refuse = (bundle: GivenBundle, ...reasons: string[]) => plan.refused.push({ bundle, reasons });
  const sound = given.filter((bundle) => {
    if (bundle.problems.length > 0) refuse(bundle, ...bundle.problems);
    return bundle.problems.length === 0;
  });
  const groups = Map.groupBy(sound, ({ manifest }) => manifest.sequence);
  let last = end;
  for (const [number, bundles] of [...groups].toSorted(([a], [b]) => a - b)) {
    const loaded = hashes.get(number);
    const different = new Set(bundles.map(({ sha256 }) => sha256)).size > 1;
    if (loaded === undefined && different) {
      for (const bundle of bundles)
        refuse(bundle, `Two different bundles are given as number ${number} of ${site}: a fork.`);
      continue;
    }
    for (const bundle of bundles) {
      if (loaded === undefined ? last?.sha256 === bundle.sha256 : loaded === bundle.sha256) {
        plan.known.push(bundle);
        continue;
      }
      if (loaded !== undefined) {
        refuse(bundle, `Another bundle number ${number} of ${site} is loaded already: a fork.`);
        continue;
      }
      const expected = (last?.sequence ?? 0) + 1;
      if (number > expected) {
        refuse(bundle, gapSentence(site, expected, given));
        continue;
      }
      const breaks = last === null ? firstBreaks(bundle.manifest) : chainBreaks(last, bundle.manifest);
      if (breaks.length > 0) {
        refuse(bundle, ...breaks);
        continue;
      }
      plan.load.push(bundle);
      last = { site, sequence: number, toCommit: bundle.manifest.toCommit, sha256: bundle.sha256 };
    }
  }
  return plan;
}

function firstBreaks({ previous, fromCommit }: Manifest): string[] {
  return previous === null && fromCommit === 1 ? [] : ['It does not begin with the first commit, as number 1 must.'];
}

function gapSentence(site: string, missing: number, given: readonly GivenBundle[]): string {
  return given.some(({ manifest }) => manifest.sequence === missing)
    ? `Number ${missing} of ${site} was refused, and this one comes after it.`
    : `Number ${missing} of ${site} is missing: a gap.`;
}
