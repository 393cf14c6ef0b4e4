import type { FoundCustomer } from '../../data/find-scanned.ts';

type Ranked = Pick<FoundCustomer, 'code' | 'name'>;

/**
 * The order in which customers are offered: who has this very code, then whose name begins like this, then who has a
 * word that does; whoever only lives in such a street comes last.
 */
export function rankCustomers<Row extends Ranked>(rows: readonly Row[], typed: string): Row[] {
  const wanted = folded(typed);
  if (wanted === '') return [...rows];
  const rank = ({ code, name }: Ranked) => {
    if (folded(code) === wanted) return 0;
    const words = folded(name);
    if (words.startsWith(wanted)) return 1;
    if (words.includes(` ${wanted}`)) return 2;
    return words.includes(wanted) ? 3 : 4;
  };
  return rows.toSorted((left, right) => rank(left) - rank(right));
}

/** As the host compares: é is e, and capitals are none. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
}
