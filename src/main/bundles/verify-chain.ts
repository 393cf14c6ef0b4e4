import path from 'node:path';
import type { Manifest } from './manifest.ts';
import { type VerifiedBundle, verifyBundle } from './verify-bundle.ts';

export interface ChainLink extends VerifiedBundle {
  file: string;
}

/**
 * Verifies bundles one after the other, each by itself and as the one that follows the one before: sequence, the hash of
 * the one before, and commits without a gap.
 */
export async function verifyChain(files: readonly string[], publicKey: string): Promise<ChainLink[]> {
  const links: ChainLink[] = [];
  for (const file of files) {
    const verified = await verifyBundle(file, publicKey);
    const before = links.at(-1);
    const problems = [
      ...verified.problems,
      ...(before === undefined ? firstProblems(verified) : breaks(before, verified)),
    ];
    links.push({ ...verified, problems, file: path.basename(file) });
  }
  return links;
}

/** The first of all has none before; the first of those given may have some elsewhere. */
function firstProblems({ manifest }: VerifiedBundle): string[] {
  if (manifest === null) return [];
  const isFirst = manifest.sequence === 1;
  return isFirst === (manifest.previous === null) ? [] : ['It does not say which bundle comes before it.'];
}

function breaks({ manifest: before, sha256 }: VerifiedBundle, { manifest }: VerifiedBundle): string[] {
  return before === null || manifest === null ? [] : chainBreaks({ ...before, sha256 }, manifest);
}

/** As much of a bundle as the one after it is held against. */
export interface ChainEnd extends Pick<Manifest, 'site' | 'sequence' | 'toCommit'> {
  /** Of the whole file. */
  sha256: string;
}

/** Why a bundle does not follow another one, each a sentence; nothing when it does. */
export function chainBreaks(before: ChainEnd, manifest: Manifest): string[] {
  const expected = before.sequence + 1;
  if (manifest.sequence !== expected) {
    return [`It is number ${manifest.sequence}; number ${expected} should follow the one before.`];
  }
  return [
    ...(manifest.previous === before.sha256 ? [] : ['It follows another bundle than the one before.']),
    ...(manifest.site === before.site ? [] : [`It is of ${manifest.site}, the one before of ${before.site}.`]),
    ...commitBreak(before, manifest),
  ];
}

function commitBreak({ toCommit }: ChainEnd, { fromCommit, restoredAfter }: Manifest): string[] {
  const expected = Math.min(toCommit, restoredAfter ?? toCommit) + 1;
  return fromCommit === expected
    ? []
    : [`It begins with commit ${fromCommit}; the one before ends with ${expected - 1}.`];
}
