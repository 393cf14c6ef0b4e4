import { EmptyState, Skeleton, Stack } from '@mantine/core';
import { useEquipment } from '../../data/catalogue.ts';
import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { BalancesTable } from './balances-table.tsx';
import { useOwnDepots } from './use-own-depots.ts';

/** What lies at each depot, with a mark where it is time to reorder. */
export function DepotsView() {
  const { data, error, refetch } = useVerb('inventories.list', { entity: 'depot' }, { every: 15_000 });
  const depots = useOwnDepots();
  const equipment = useEquipment();
  const active = equipment.items.filter((item) => item.isActive);
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!data || depots.isLoading || equipment.isLoading) return <Skeleton height={320} />;
  if (active.length === 0) return <EmptyState title={t.stock.noneAtDepot} mt="15vh" />;
  return (
    <Stack>
      {depots.items.map(({ id, name }) => (
        <Panel key={id} title={name}>
          <BalancesTable
            equipment={active}
            balances={data.items.filter(({ entityId }) => entityId === id)}
            place={{ entity: 'depot', entityId: id, name }}
            withReorder
          />
        </Panel>
      ))}
    </Stack>
  );
}
