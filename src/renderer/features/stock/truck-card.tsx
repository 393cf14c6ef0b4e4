import { Anchor, Group, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { useEquipment } from '../../data/catalogue.ts';
import { t } from '../../texts/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { Count, StockNumber } from './stock-number.tsx';
import classes from './truck.module.css';

type Truck = WireOutput<'stock.trucks'>['items'][number];

const MOVED = ['loaded', 'sold', 'takenBack', 'returned'] as const;
const CARRIED = { full: 'FULL', empty: 'EMPTY', damaged: 'DAMAGED' } as const;

export function TruckCard({ truck }: { truck: Truck }) {
  const equipment = useEquipment();
  const { driverId, items, draftSlips, isUnreconciled } = truck;
  const title = [truck.name, truck.vehicleNo, !truck.isActive && t.trucks.left].filter(Boolean).join(' · ');
  // As in every list of equipment: small to large.
  const inOrder = equipment.items.flatMap(({ id, name }) =>
    items.filter(({ equipmentId }) => equipmentId === id).map((load) => ({ load, name })),
  );
  const isBelowZero = items.some(({ full, empty, damaged }) => Math.min(full, empty, damaged) < 0);
  return (
    <Panel title={title} aside={isUnreconciled && <StatusBadge tone="attention">{t.trucks.unreconciled}</StatusBadge>}>
      {items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t.trucks.empty}
        </Text>
      ) : (
        <Table verticalSpacing={6} tabularNums layout="fixed" className={classes.table}>
          <colgroup>
            <col />
            {[...MOVED, ...Object.keys(CARRIED)].map((field) => (
              <col key={field} className={classes.figure} />
            ))}
          </colgroup>
          <Table.Thead>
            <Table.Tr>
              <Table.Th rowSpan={2}>{t.stock.equipment}</Table.Th>
              <Table.Th colSpan={4} className={classes.group}>
                {t.trucks.today}
              </Table.Th>
              <Table.Th colSpan={3} className={classes.group}>
                {t.trucks.onIt}
              </Table.Th>
            </Table.Tr>
            <Table.Tr>
              {MOVED.map((field) => (
                <Table.Th key={field}>{t.trucks[field]}</Table.Th>
              ))}
              {Object.values(CARRIED).map((condition) => (
                <Table.Th key={condition}>{t.conditions[condition]}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {inOrder.map(({ load, name }) => {
              return (
                <Table.Tr key={load.equipmentId}>
                  <Table.Td fw={500}>{name}</Table.Td>
                  {MOVED.map((field) => (
                    <Table.Td key={field}>
                      <Count count={load[field]} />
                    </Table.Td>
                  ))}
                  {Object.entries(CARRIED).map(([field, condition]) => (
                    <Table.Td key={field}>
                      <StockNumber
                        count={load[field as keyof typeof CARRIED]}
                        isStrong
                        what={`${truck.name}, ${name}, ${t.conditions[condition].toLowerCase()}`}
                        filter={{
                          equipmentId: load.equipmentId,
                          place: { entity: 'truck', entityId: driverId },
                          condition,
                        }}
                      />
                    </Table.Td>
                  ))}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
      {isBelowZero && (
        <Text size="sm" c="var(--mantine-color-error)" mt="xs">
          {t.trucks.belowZero}
        </Text>
      )}
      {draftSlips.length > 0 && (
        <Group gap="sm" mt="xs">
          <Text size="sm" c="dimmed">
            {t.trucks.drafts}
          </Text>
          {draftSlips.map(({ id, number }) => (
            <Anchor key={id} component={Link} href={`/distributions/${id}`} size="sm">
              {number}
            </Anchor>
          ))}
        </Group>
      )}
    </Panel>
  );
}
