import { Table, Text } from '@mantine/core';
import { Fragment } from 'react';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { StockNumber } from './stock-number.tsx';
import classes from './where.module.css';
import { sumOf, WHERE_CONDITIONS, type WhereGroup } from './where-groups.ts';

interface Props {
  equipmentId: number;
  groups: readonly WhereGroup[];
  /** Sources are shown, and all of it comes to zero. */
  isWhole: boolean;
}

/** The bar in figures, with what it cannot show: what is below zero, and where everything came from. */
export function WhereTable({ equipmentId, groups, isWhole }: Props) {
  const held = groups.filter(({ isSource }) => !isSource);
  const sources = groups.filter(({ isSource }) => isSource);
  const sum = sumOf(groups);
  return (
    <Table className={classes.table} verticalSpacing={7} aria-label={t.where.held}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.where.place}</Table.Th>
          {WHERE_CONDITIONS.map((condition) => (
            <Table.Th key={condition} ta="right" w={110}>
              {t.conditions[condition]}
            </Table.Th>
          ))}
          <Table.Th ta="right" w={110}>
            {t.where.sum}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <Rows equipmentId={equipmentId} groups={held} />
        {sources.length > 0 && (
          <Table.Tr className={classes.section}>
            <Table.Th colSpan={6} scope="rowgroup">
              {t.where.source}
              <Text span inherit className={classes.hint}>
                {` · ${t.where.sourceHint}`}
              </Text>
            </Table.Th>
          </Table.Tr>
        )}
        <Rows equipmentId={equipmentId} groups={sources} />
      </Table.Tbody>
      {isWhole && (
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={5} scope="row">
              {sum === 0 ? t.where.balanced : t.where.unbalanced}
            </Table.Th>
            <Table.Td ta="right" fw={600} c={sum === 0 ? undefined : 'var(--mantine-color-error)'}>
              {formatCount(sum)}
            </Table.Td>
          </Table.Tr>
        </Table.Tfoot>
      )}
    </Table>
  );
}

function Rows({ equipmentId, groups }: { equipmentId: number; groups: readonly WhereGroup[] }) {
  return (
    <Fragment>
      {groups.map((group) => (
        <Table.Tr key={group.key}>
          <Table.Th scope="row" c="var(--mantine-color-text)" fz="sm">
            {group.name}
          </Table.Th>
          {WHERE_CONDITIONS.map((condition) => {
            const count = group.parts[condition];
            return (
              <Table.Td key={condition} ta="right">
                {count !== undefined && (
                  <StockNumber
                    count={count}
                    what={`${group.name}, ${t.conditions[condition].toLowerCase()}`}
                    filter={{ equipmentId, place: group.place, condition }}
                    isExpectedBelow={group.isSource}
                  />
                )}
              </Table.Td>
            );
          })}
          <Table.Td ta="right" fw={600}>
            {formatCount(group.sum)}
          </Table.Td>
        </Table.Tr>
      ))}
    </Fragment>
  );
}
