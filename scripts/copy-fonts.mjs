// Build step: copies the bundled fonts the documents use into one small folder with an index. The packaged program
// has no node_modules/@fontsource, and of its 3 000 files a document can need only these.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const packageOf = createRequire(import.meta.url);

/** In the order of the documents' font stack: the first family that covers a character prints it. */
const FAMILIES = [
  { family: 'Inter', slug: 'inter', subsets: /^(latin|latin-ext|vietnamese)$/ },
  { family: 'Noto Sans SC', slug: 'noto-sans-sc', subsets: /^\[\d+\]$/ },
  { family: 'Noto Sans Tamil', slug: 'noto-sans-tamil', subsets: /^tamil$/ },
];

const WEIGHTS = [400, 600];

/**
 * Fills `targetDir` (emptied first) with the woff2 slices, the fonts' licences and `index.json`, a list of
 * `{ family, weight, unicodeRange, file }`.
 */
export function copyFonts(targetDir) {
  rmSync(targetDir, { recursive: true, force: true });
  mkdirSync(targetDir, { recursive: true });
  const index = FAMILIES.flatMap((family) => copyFamily(family, targetDir));
  writeFileSync(path.join(targetDir, 'index.json'), `${JSON.stringify(index, null, 1)}\n`);
}

function copyFamily({ family, slug, subsets }, targetDir) {
  const source = path.dirname(packageOf.resolve(`@fontsource/${slug}/package.json`));
  copyFileSync(path.join(source, 'LICENSE'), path.join(targetDir, `${slug}-LICENSE.txt`));
  const ranges = JSON.parse(readFileSync(path.join(source, 'unicode.json'), 'utf8'));
  return Object.entries(ranges)
    .filter(([subset]) => subsets.test(subset))
    .flatMap(([subset, unicodeRange]) =>
      WEIGHTS.map((weight) => {
        const file = `${slug}-${subset.replaceAll(/[[\]]/g, '')}-${weight}-normal.woff2`;
        copyFileSync(path.join(source, 'files', file), path.join(targetDir, file));
        return { family, weight, unicodeRange, file };
      }),
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  copyFonts(path.resolve(import.meta.dirname, '../out/fonts'));
}
