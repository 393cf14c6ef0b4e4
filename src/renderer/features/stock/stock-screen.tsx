import { EmptyState, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { driverLabel, useDepots, useDrivers, useEquipment } from '../../data/catalogue.ts';
import { useVerb } from '../../data/use-verb.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useIsDriver, useUser } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { BalancesTable } from './balances-table.tsx';
import classes from './stock.module.css';

type Where = 'depot' | 'truck';
type Balance = WireOutput<'inventories.list'>['items'][number];

/** What lies where: depots, or the trucks on the road. */
export function StockScreen() {
  const isDriver = useIsDriver();
  const [where, setWhere] = useState<Where>(isDriver ? 'truck' : 'depot');
  const [, go] = useLocation();
  const { data, error, refetch } = useVerb('inventories.list', { entity: where }, { every: 15_000 });
  useKeys('screen', [{ key: 'Escape', label: t.keys.back, run: () => go('/') }]);
  return (
    <Page
      title={t.stock.title}
      note={t.stock.note}
      actions={
        !isDriver && (
          <SegmentedControl
            aria-label={t.stock.title}
            data={[
              { value: 'depot', label: t.stock.depots },
              { value: 'truck', label: t.stock.trucks },
            ]}
            value={where}
            onChange={setWhere}
          />
        )
      }
    >
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {data ? (
        where === 'depot' ? (
          <DepotStock balances={data.items} />
        ) : (
          <TruckStock balances={data.items} />
        )
      ) : (
        !error && <Skeleton height={320} />
      )}
    </Page>
  );
}

function DepotStock({ balances }: { balances: readonly Balance[] }) {
  const depots = useDepots();
  const equipment = useEquipment();
  const active = equipment.items.filter((item) => item.isActive);
  if (!equipment.isLoading && active.length === 0) return <EmptyState title={t.stock.noneAtDepot} mt="15vh" />;
  return (
    <Stack>
      {depots.own.map((depot) => (
        <Panel key={depot.id} title={depot.name}>
          <BalancesTable
            equipment={active}
            balances={balances.filter(({ entityId }) => entityId === depot.id)}
            withReorder
          />
        </Panel>
      ))}
    </Stack>
  );
}

function TruckStock({ balances }: { balances: readonly Balance[] }) {
  const drivers = useDrivers();
  const { byId } = useEquipment();
  const user = useUser();
  const isDriver = useIsDriver();
  const shown = isDriver ? drivers.items.filter(({ id }) => id === user.id) : drivers.items;
  if (!drivers.isLoading && drivers.items.length === 0) return <EmptyState title={t.stock.noTrucks} mt="15vh" />;
  return (
    <div className={classes.trucks}>
      {shown.map((driver) => {
        const own = balances.filter(
          ({ entityId, full, empty, damaged }) => entityId === driver.id && (full || empty || damaged),
        );
        const carried = own.flatMap(({ equipmentId }) => byId.get(equipmentId) ?? []);
        const isShort = own.some(({ full, empty, damaged }) => Math.min(full, empty, damaged) < 0);
        return (
          <Panel key={driver.id} title={driverLabel(driver)}>
            {own.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t.stock.emptyTruck}
              </Text>
            ) : (
              <BalancesTable equipment={carried} balances={own} withReorder={false} />
            )}
            {isShort && (
              <Text size="sm" c="var(--mantine-color-error)" mt="xs">
                {t.stock.unreconciled}: {t.stock.unreconciledHint}
              </Text>
            )}
          </Panel>
        );
      })}
    </div>
  );
}
