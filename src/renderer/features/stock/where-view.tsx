import { EmptyState, Skeleton, Stack, Text } from '@mantine/core';
import { useLocation } from 'wouter';
import { type Equipment, useEquipment } from '../../data/catalogue.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount } from '../../format.ts';
import { useIsDriver } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { Pick } from '../../ui/pick.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { WhereBar } from './where-bar.tsx';
import { sumOf, whereGroups, whereSegments } from './where-groups.ts';
import { WhereTable } from './where-table.tsx';

/** Where all of an equipment is: one bar, and the same in figures. */
export function WhereView({ equipmentId }: { equipmentId: number | null }) {
  const equipment = useEquipment();
  const [, go] = useLocation();
  const shown = equipmentId === null ? equipment.items[0] : equipment.byId.get(equipmentId);
  if (equipment.isLoading) return <Skeleton height={320} />;
  if (equipment.items.length === 0) return <EmptyState title={t.stock.noneAtDepot} mt="15vh" />;
  return (
    <Stack gap="md">
      <Pick
        w={320}
        aria-label={t.where.choose}
        placeholder={t.where.choose}
        data={equipment.items.map(({ id, name }) => ({ value: id, label: name }))}
        value={shown?.id ?? null}
        onChange={(id) => id !== null && go(`/stock/where/${id}`)}
        autoFocus
        // What there is stands behind the list: it opens with the first letter or arrow.
        openOnFocus={false}
      />
      {shown && <Whereabouts key={shown.id} equipment={shown} />}
    </Stack>
  );
}

function Whereabouts({ equipment }: { equipment: Equipment }) {
  const { data, error, refetch } = useVerb('stock.whereabouts', { equipmentId: equipment.id }, { every: 20_000 });
  const isDriver = useIsDriver();
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={320} />;
  const groups = whereGroups(data.places);
  const segments = whereSegments(groups);
  const held = sumOf(groups.filter(({ isSource }) => !isSource));
  return (
    <Panel
      p="lg"
      title={equipment.name}
      aside={
        <Text size="sm" c="dimmed">
          {t.where.total(formatCount(held))}
        </Text>
      }
    >
      <Stack gap="lg">
        {segments.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t.where.none}
          </Text>
        ) : (
          <WhereBar equipmentId={equipment.id} name={equipment.name} segments={segments} />
        )}
        <WhereTable equipmentId={equipment.id} groups={groups} isWhole={data.isWhole} />
        {!data.isWhole && (
          <Text size="sm" c="dimmed">
            {isDriver ? t.where.partlyDriver : t.where.partly}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}
