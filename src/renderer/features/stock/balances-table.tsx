import { Badge, Table, Text } from '@mantine/core';
import type { Equipment } from '../../data/catalogue.ts';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import classes from './stock.module.css';

type Balance = WireOutput<'inventories.list'>['items'][number];

interface Props {
  equipment: readonly Equipment[];
  balances: readonly Balance[];
  /** Depots are told when to reorder. */
  withReorder: boolean;
}

/** Full, empty and damaged by size. Below nothing is possible on a truck only, and said so. */
export function BalancesTable({ equipment, balances, withReorder }: Props) {
  const byEquipment = new Map(balances.map((balance) => [balance.equipmentId, balance]));
  return (
    <Table verticalSpacing={8} tabularNums className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.stock.equipment}</Table.Th>
          <Table.Th ta="right">{t.words.full}</Table.Th>
          <Table.Th ta="right">{t.words.empty}</Table.Th>
          <Table.Th ta="right">{t.words.damaged}</Table.Th>
          {withReorder && <Table.Th ta="right">{t.stock.reorder}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {equipment.map((item) => {
          const balance = byEquipment.get(item.id);
          const full = balance?.full ?? 0;
          const isLow = withReorder && item.reorderLevel !== null && full <= item.reorderLevel;
          return (
            <Table.Tr key={item.id}>
              <Table.Td fw={500}>{item.name}</Table.Td>
              <Table.Td ta="right">
                {isLow && (
                  <Badge color="red" variant="light" size="sm" tt="none" radius="sm" mr="xs">
                    {t.stock.low}
                  </Badge>
                )}
                <Count count={full} isStrong />
              </Table.Td>
              <Table.Td ta="right">
                {item.equipmentType === 'CYLINDER' && <Count count={balance?.empty ?? 0} />}
              </Table.Td>
              <Table.Td ta="right">
                <Count count={balance?.damaged ?? 0} />
              </Table.Td>
              {withReorder && (
                <Table.Td ta="right" c="dimmed">
                  {item.reorderLevel ?? ''}
                </Table.Td>
              )}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function Count({ count, isStrong = false }: { count: number; isStrong?: boolean }) {
  return (
    <Text
      span
      inherit
      fw={isStrong && count !== 0 ? 600 : undefined}
      c={count < 0 ? 'var(--mantine-color-error)' : count === 0 ? 'dimmed' : undefined}
    >
      {formatCount(count)}
    </Text>
  );
}
