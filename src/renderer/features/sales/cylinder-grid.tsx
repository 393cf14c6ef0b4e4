import { Table, Text } from '@mantine/core';
import { Fragment, useId } from 'react';
import { CYLINDER_ACTIONS } from '../../../shared/contract/transactions.ts';
import type { WireOutput } from '../../../shared/contract/index.ts';
import type { Equipment } from '../../data/catalogue.ts';
import { formatCount, formatMoney } from '../../format.ts';
import { GridKeys } from '../../keys/grid-keys.tsx';
import { t } from '../../texts/index.ts';
import { QuantityCell } from '../../ui/quantity-cell.tsx';
import { RateCell } from './rate-cell.tsx';
import { rateHint } from './rate-hint.ts';
import { cylinderKey, type SaleDraft, type SalePatch } from './sale-draft.ts';
import { rowKey } from './sale-input.ts';
import type { SaleProblems } from './sale-problems.ts';
import type { Counts } from './swap.ts';
import classes from './sale.module.css';

interface Props {
  draft: SaleDraft;
  counts: Counts;
  cylinders: readonly Equipment[];
  /** The size counting most likely starts with. */
  usual: number | null;
  customer: WireOutput<'customers.get'> | undefined;
  businessDate: string;
  /** Full ones where the sale is made from, by equipment id; `null` while not known. */
  available: ReadonlyMap<number, number> | null;
  amounts: ReadonlyMap<string, string>;
  problems: SaleProblems;
  onChange: (patch: SalePatch) => void;
}

/** A row for each size: delivered, and what came back. */
export function CylinderGrid(props: Props) {
  const { draft, counts, cylinders, problems, onChange } = props;
  const noteId = useId();
  return (
    <GridKeys enter="across">
      <Table verticalSpacing={3} horizontalSpacing={8} tabularNums className={classes.grid}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.sale.cylinder}</Table.Th>
            <Table.Th ta="right">{t.sale.available}</Table.Th>
            {CYLINDER_ACTIONS.map((action) => (
              <Table.Th key={action} ta="right">
                {t.sale.actions[action]}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t.sale.rate}</Table.Th>
            <Table.Th ta="right" miw={84}>
              {t.sale.amount}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cylinders.map((item, row) => {
            const problem = problems.lines.get(rowKey(item.id));
            return (
              <Fragment key={item.id}>
                <Table.Tr data-noted={problem !== undefined || undefined}>
                  <Table.Td fw={500}>{item.name}</Table.Td>
                  <Table.Td ta="right" c="dimmed">
                    {props.available && formatCount(props.available.get(item.id) ?? 0)}
                  </Table.Td>
                  {CYLINDER_ACTIONS.map((action, column) => {
                    const key = cylinderKey(item.id, action);
                    return (
                      <Table.Td key={action} ta="right">
                        <QuantityCell
                          label={`${item.name}, ${t.sale.actions[action]}`}
                          row={row}
                          column={column}
                          value={counts.byKey[key] ?? ''}
                          isAssumed={counts.assumed.has(key)}
                          isStart={item.id === props.usual && action === 'DELIVER'}
                          onChange={(count) => onChange((now) => ({ cylinders: { ...now.cylinders, [key]: count } }))}
                          isWrong={problem !== undefined && (problem.action ?? 'DELIVER') === action}
                          describedBy={problem ? `${noteId}-${item.id}` : undefined}
                        />
                      </Table.Td>
                    );
                  })}
                  <Table.Td align="right">
                    <RateCell
                      label={`${item.name}, ${t.sale.rate}`}
                      standard={rateHint(item, props.customer, props.businessDate)}
                      value={draft.rates[item.id] ?? ''}
                      onChange={(rate) => onChange((now) => ({ rates: { ...now.rates, [item.id]: rate } }))}
                    />
                  </Table.Td>
                  <Table.Td ta="right" fw={500}>
                    {formatMoney(props.amounts.get(rowKey(item.id)) ?? '')}
                  </Table.Td>
                </Table.Tr>
                {problem && (
                  <Table.Tr>
                    <Table.Td colSpan={8} pt={0}>
                      <Text size="sm" c="var(--mantine-color-error)" role="alert" id={`${noteId}-${item.id}`}>
                        {problem.message}
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
