import { Table, Text } from '@mantine/core';
import { useEquipment } from '../../data/catalogue.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { type SlipItem, slipTotals } from './slip-draft.ts';

/** A slip's items in words, and the totals one compares with the truck. */
export function SlipSummary({ items, wrongEquipmentId }: { items: readonly SlipItem[]; wrongEquipmentId?: number }) {
  const equipment = useEquipment();
  const { collection, emptyReturn, otherReturn } = slipTotals(items);
  const totals = [
    { label: t.distribution.collection, count: collection, isAlways: true },
    { label: t.distribution.emptyReturn, count: emptyReturn, isAlways: true },
    { label: t.distribution.otherReturn, count: otherReturn, isAlways: false },
  ].filter(({ count, isAlways }) => isAlways || count > 0);
  return (
    <Table verticalSpacing={6} horizontalSpacing={4} tabularNums fz="sm">
      <Table.Tbody>
        {items.map(({ equipmentId, direction, condition, quantity }) => (
          <Table.Tr key={`${equipmentId}:${direction}:${condition}`}>
            <Table.Td c={equipmentId === wrongEquipmentId ? 'var(--mantine-color-error)' : undefined}>
              {equipment.byId.get(equipmentId)?.name ?? equipmentId}
            </Table.Td>
            <Table.Td c="dimmed">{t.distribution.moves[direction][condition]}</Table.Td>
            <Table.Td ta="right">{formatCount(quantity)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        {totals.map(({ label, count }) => (
          <Table.Tr key={label}>
            <Table.Td colSpan={2}>
              <Text size="sm" fw={600}>
                {label}
              </Text>
            </Table.Td>
            <Table.Td ta="right">
              <Text size="sm" fw={600} data-total={label}>
                {formatCount(count)}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tfoot>
    </Table>
  );
}
