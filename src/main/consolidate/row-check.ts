import type { Manifest } from '../bundles/manifest.ts';
import { BUNDLE_FILES } from './bundle-files.ts';

const files = new Map(BUNDLE_FILES.map((file) => [file.name, file]));

/** Looks for what a newer version has put into a bundle and this one would lose without a word. */
export interface RowCheck {
  onRow: (table: string, row: unknown) => void;
  /** Each a sentence, once. */
  problems: (manifest: Pick<Manifest, 'schema'>) => string[];
}

/** A check of the rows of one bundle. */
export function createRowCheck(): RowCheck {
  const strange = new Set<string>();
  const seen = new Map<string, string>();
  return {
    onRow(table, row) {
      const known = files.get(table);
      if (known === undefined) {
        strange.add(`${table}.ndjson`);
        return;
      }
      const names = typeof row === 'object' && row !== null ? Object.keys(row) : ['(not a row)'];
      // Nearly always those of the row before.
      const together = names.join();
      if (seen.get(table) === together) return;
      seen.set(table, together);
      for (const name of names) if (!(name in known.columns)) strange.add(`${name} in ${table}.ndjson`);
    },
    problems: ({ schema }) =>
      strange.size === 0
        ? []
        : [
            `It was made by a newer version (schema ${schema}) and holds what this program does not know: ${[...strange].join(', ')}. Update it and load again.`,
          ],
  };
}
