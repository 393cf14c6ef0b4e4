import { benchLists } from './lists.ts';
import { benchSale } from './sale.ts';

/** Every bench, or those whose names are given: `npm run bench -- sale`. */
const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  sale: benchSale,
  lists: benchLists,
};

export async function main(names: readonly string[]): Promise<void> {
  const chosen = names.length === 0 ? Object.keys(BENCHES) : names;
  for (const name of chosen) {
    const bench = BENCHES[name];
    if (bench === undefined) throw new Error(`No bench "${name}". There are: ${Object.keys(BENCHES).join(', ')}.`);
    await bench();
  }
}
