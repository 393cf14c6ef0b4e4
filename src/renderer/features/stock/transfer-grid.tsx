import { Table, Text } from '@mantine/core';
import { Fragment, useId } from 'react';
import type { ErrorDetails } from '../../../shared/errors.ts';
import type { Equipment } from '../../data/catalogue.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount } from '../../format.ts';
import { GridKeys } from '../../keys/grid-keys.tsx';
import { t } from '../../texts/index.ts';
import { QuantityCell } from '../../ui/quantity-cell.tsx';
import { shortageText } from './shortage.ts';
import classes from './stock.module.css';
import { countKey, TRANSFER_CONDITIONS, type TransferForm } from './transfer-form.ts';

interface Props {
  depotId: number | null;
  equipment: readonly Equipment[];
  counts: TransferForm['counts'];
  /** Told beneath its row. */
  short: ErrorDetails['INSUFFICIENT_STOCK'] | null;
  onCount: (key: string, count: string) => void;
}

/** Sizes down, conditions across, beside what the depot has. */
export function TransferGrid({ depotId, equipment, counts, short, onCount }: Props) {
  const noteId = useId();
  const { data } = useVerb('inventories.list', depotId === null ? null : { entity: 'depot', entityId: depotId });
  const held = new Map(data?.items.map((item) => [item.equipmentId, item]));
  return (
    <GridKeys enter="down">
      <Table verticalSpacing={4} tabularNums className={classes.transfer}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.stock.equipment}</Table.Th>
            <Table.Th ta="right">{t.transfer.inBooks}</Table.Th>
            {TRANSFER_CONDITIONS.map((condition) => (
              <Table.Th key={condition} w={84}>
                {t.conditions[condition]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {equipment.map((item, row) => {
            const wrong = short?.equipmentId === item.id ? short : null;
            return (
              <Fragment key={item.id}>
                <Table.Tr data-noted={wrong !== null || undefined}>
                  <Table.Td fw={500}>{item.name}</Table.Td>
                  <Table.Td ta="right" c="dimmed">
                    {formatCount(held.get(item.id)?.full ?? 0)}
                  </Table.Td>
                  {TRANSFER_CONDITIONS.map((condition, column) => {
                    const key = countKey(item.id, condition);
                    // Meters and regulators are never empty.
                    if (item.equipmentType !== 'CYLINDER' && condition === 'EMPTY') return <Table.Td key={key} />;
                    return (
                      <Table.Td key={key}>
                        <QuantityCell
                          label={`${item.name}, ${t.conditions[condition]}`}
                          row={row}
                          column={column}
                          value={counts[key] ?? ''}
                          onChange={(count) => onCount(key, count)}
                          isWrong={wrong?.condition === condition}
                          describedBy={wrong ? noteId : undefined}
                        />
                      </Table.Td>
                    );
                  })}
                </Table.Tr>
                {wrong && (
                  <Table.Tr>
                    <Table.Td colSpan={5} pt={0}>
                      <Text size="sm" c="var(--mantine-color-error)" role="alert" id={noteId}>
                        {shortageText(wrong)}
                      </Text>
                    </Table.Td>
                  </Table.Tr>
                )}
              </Fragment>
            );
          })}
        </Table.Tbody>
      </Table>
    </GridKeys>
  );
}
