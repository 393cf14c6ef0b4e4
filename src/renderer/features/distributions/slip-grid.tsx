import { Table, Text } from '@mantine/core';
import { useId } from 'react';
import type { Equipment } from '../../data/catalogue.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount } from '../../format.ts';
import { GridKeys } from '../../keys/grid-keys.tsx';
import { useIsDriver } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { QuantityCell } from '../../ui/quantity-cell.tsx';
import { cellKey, MOVES, type SlipDraft } from './slip-draft.ts';
import classes from './distributions.module.css';

export interface RowProblem {
  equipmentId: number;
  /** `cellKey` of the cell, when one is to blame. */
  cell: string | null;
  message: string;
}

interface Props {
  draft: SlipDraft;
  equipment: readonly Equipment[];
  problems: readonly RowProblem[];
  onCount: (cell: string, count: string) => void;
}

/** Sizes down, kinds of movement across: counting goes down a column as on the paper slip. */
export function SlipGrid({ draft, equipment, problems, onCount }: Props) {
  const noteId = useId();
  const isDriver = useIsDriver();
  const depot = useStock('depot', isDriver ? null : draft.depotId);
  const truck = useStock('truck', draft.driverId);
  return (
    <GridKeys enter="down">
      <Table verticalSpacing={5} horizontalSpacing={8} tabularNums className={classes.grid}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th rowSpan={2}>{t.distribution.equipment}</Table.Th>
            <Table.Th rowSpan={2} ta="right">
              {t.distribution.atDepot}
            </Table.Th>
            <Table.Th rowSpan={2} ta="right">
              {t.distribution.onTruck}
            </Table.Th>
            <Table.Th className={classes.group}>{t.distribution.collection}</Table.Th>
            <Table.Th colSpan={3} className={classes.group}>
              {t.distribution.returns}
            </Table.Th>
            <Table.Th colSpan={2} className={classes.group}>
              {t.distribution.otherCollection}
            </Table.Th>
          </Table.Tr>
          <Table.Tr>
            {MOVES.map(({ direction, condition }) => (
              <Table.Th key={`${direction}:${condition}`}>{t.conditions[condition]}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {equipment.map((item, row) => {
            const wrong = problems.find(({ equipmentId }) => equipmentId === item.id);
            return [
              <Table.Tr key={item.id} data-noted={wrong !== undefined || undefined}>
                <Table.Td fw={500}>{item.name}</Table.Td>
                <Table.Td ta="right" c="dimmed">
                  {!isDriver && formatCount(depot.get(item.id)?.full ?? 0)}
                </Table.Td>
                <Table.Td ta="right" c="dimmed">
                  {formatCount(truck.get(item.id)?.full ?? 0)}
                </Table.Td>
                {MOVES.map((move, column) => {
                  const key = cellKey(item.id, move);
                  const label = `${item.name}, ${t.distribution.moves[move.direction][move.condition]}`;
                  // Meters and regulators are never empty.
                  if (item.equipmentType !== 'CYLINDER' && move.condition === 'EMPTY') return <Table.Td key={key} />;
                  return (
                    <Table.Td key={key}>
                      <QuantityCell
                        label={label}
                        row={row}
                        column={column}
                        value={draft.counts[key] ?? ''}
                        onChange={(count) => onCount(key, count)}
                        isWrong={wrong !== undefined && (wrong.cell === null || wrong.cell === key)}
                        describedBy={wrong ? `${noteId}-${item.id}` : undefined}
                      />
                    </Table.Td>
                  );
                })}
              </Table.Tr>,
              wrong && (
                <Table.Tr key={`${item.id}-note`}>
                  <Table.Td colSpan={9} pt={0}>
                    <Text size="sm" c="var(--mantine-color-error)" role="alert" id={`${noteId}-${item.id}`}>
                      {wrong.message}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ),
            ];
          })}
        </Table.Tbody>
      </Table>
    </GridKeys>
  );
}

function useStock(entity: 'depot' | 'truck', entityId: number | null) {
  const { data } = useVerb('inventories.list', entityId === null ? null : { entity, entityId });
  return new Map(data?.items.map((item) => [item.equipmentId, item]));
}
