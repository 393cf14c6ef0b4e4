import { Badge, Table } from '@mantine/core';
import { Link } from 'wouter';
import type { Equipment } from '../../data/catalogue.ts';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { t } from '../../texts/index.ts';
import type { FilterPlace } from './movement-filter.ts';
import { StockNumber } from './stock-number.tsx';
import classes from './stock.module.css';

type Balance = WireOutput<'inventories.list'>['items'][number];

interface Props {
  equipment: readonly Equipment[];
  balances: readonly Balance[];
  /** Where it all is: each number opens the movements behind it. */
  place: FilterPlace & { name: string };
  /** Depots are told when to reorder. */
  withReorder: boolean;
}

/** Full, empty and damaged by size, with a mark where there is too little. */
export function BalancesTable({ equipment, balances, place, withReorder }: Props) {
  const byEquipment = new Map(balances.map((balance) => [balance.equipmentId, balance]));
  const number = (item: Equipment, condition: 'FULL' | 'EMPTY' | 'DAMAGED', count: number) => (
    <StockNumber
      count={count}
      isStrong={condition === 'FULL'}
      what={`${place.name}, ${item.name}, ${t.conditions[condition].toLowerCase()}`}
      filter={{ equipmentId: item.id, place, condition }}
    />
  );
  return (
    <Table verticalSpacing={8} tabularNums className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.stock.equipment}</Table.Th>
          {[t.words.full, t.words.empty, t.words.damaged].map((word) => (
            <Table.Th key={word} ta="right" w="16%">
              {word}
            </Table.Th>
          ))}
          {withReorder && (
            <Table.Th ta="right" w="16%">
              {t.stock.reorder}
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {equipment.map((item) => {
          const balance = byEquipment.get(item.id);
          const full = balance?.full ?? 0;
          const isLow = withReorder && item.reorderLevel !== null && full <= item.reorderLevel;
          return (
            <Table.Tr key={item.id}>
              <Table.Td fw={500}>
                <Link
                  href={`/stock/where/${item.id}`}
                  className={classes.number}
                  aria-label={t.stock.whereIs(item.name)}
                >
                  {item.name}
                </Link>
              </Table.Td>
              <Table.Td ta="right">
                {isLow && (
                  <Badge color="red" variant="light" size="sm" tt="none" radius="sm" mr="xs">
                    {t.stock.low}
                  </Badge>
                )}
                {number(item, 'FULL', full)}
              </Table.Td>
              <Table.Td ta="right">
                {item.equipmentType === 'CYLINDER' && number(item, 'EMPTY', balance?.empty ?? 0)}
              </Table.Td>
              <Table.Td ta="right">{number(item, 'DAMAGED', balance?.damaged ?? 0)}</Table.Td>
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
