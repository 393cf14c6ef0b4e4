import type { WireOutput } from '../../../shared/contract/index.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { Stat } from './stat.tsx';

type Truck = WireOutput<'stock.trucks'>['items'][number];

/** How many trucks have goods on them, and how many of all are not reconciled yet. */
export function TrucksStat() {
  const { data } = useVerb('stock.trucks', {}, { every: 20_000 });
  const open = data?.items.filter(({ isUnreconciled }) => isUnreconciled).length ?? 0;
  return (
    <Stat
      label={t.home.trucks}
      value={data && formatCount(data.items.filter(isOut).length)}
      note={data && (open === 0 ? t.home.trucksDone : t.home.trucksOpen(open))}
      href="/stock/trucks"
    />
  );
}

function isOut({ items }: Truck): boolean {
  return items.some(({ full, empty, damaged }) => full !== 0 || empty !== 0 || damaged !== 0);
}
