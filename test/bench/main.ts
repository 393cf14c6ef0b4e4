import { benchBundles } from './bundles.ts';
import { benchDelivery } from './delivery.ts';
import { benchDocuments } from './documents.ts';
import { benchHost } from './host.ts';
import { benchUi } from './ui/bench-ui.ts';
import { benchLists } from './lists.ts';
import { benchWrites } from './writes.ts';

/** Every bench, or those whose names are given: `npm run bench -- lists`. */
const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  writes: benchWrites,
  lists: benchLists,
  documents: benchDocuments,
  delivery: benchDelivery,
  bundles: benchBundles,
  host: benchHost,
  ui: benchUi,
};

export async function main(names: readonly string[]): Promise<void> {
  const chosen = names.length === 0 ? Object.keys(BENCHES) : names;
  for (const name of chosen) {
    const bench = BENCHES[name];
    if (bench === undefined) throw new Error(`No bench "${name}". There are: ${Object.keys(BENCHES).join(', ')}.`);
    await bench();
  }
}
