import { ActionIcon, SegmentedControl, Table, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Fragment } from 'react';
import { formatMoney } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { QuantityCell } from '../../ui/quantity-cell.tsx';
import { useOtherNames } from './add-line.tsx';
import { RateCell } from './rate-cell.tsx';
import type { OtherLine, Ownership, SaleDraft, SalePatch } from './sale-draft.ts';
import type { SaleProblems } from './sale-problems.ts';
import classes from './sale.module.css';

interface Props {
  draft: SaleDraft;
  amounts: ReadonlyMap<string, string>;
  problems: SaleProblems;
  onChange: (patch: SalePatch) => void;
}

const OWNERSHIPS: Ownership[] = ['SOLD', 'LOAN'];

/** Services, what is sold or lent, deposits: as many as were added. */
export function OtherLines({ draft, amounts, problems, onChange }: Props) {
  const names = useOtherNames();
  const set = (key: string, patch: Partial<OtherLine>) =>
    onChange((now) => ({ others: now.others.map((line) => (line.key === key ? { ...line, ...patch } : line)) }));
  if (draft.others.length === 0) return null;
  return (
    <Table verticalSpacing={3} horizontalSpacing={8} tabularNums className={classes.grid} mb="xs">
      <Table.Tbody>
        {draft.others.map((line) => {
          const known = names.of(line);
          const problem = problems.lines.get(line.key);
          return (
            <Fragment key={line.key}>
              <Table.Tr data-line={line.key} data-noted={problem !== undefined || undefined}>
                <Table.Td fw={500}>{known.name}</Table.Td>
                <Table.Td>
                  {line.ownership !== null && (
                    <SegmentedControl
                      size="xs"
                      aria-label={t.sale.ownership}
                      data={OWNERSHIPS.map((value) => ({ value, label: t.sale.ownerships[value] }))}
                      value={line.ownership}
                      onChange={(ownership) => set(line.key, { ownership })}
                      data-enter-skip
                    />
                  )}
                </Table.Td>
                <Table.Td ta="right" w={90}>
                  <QuantityCell
                    label={`${known.name}, ${t.sale.quantity}`}
                    row={0}
                    column={0}
                    value={line.quantity}
                    onChange={(quantity) => set(line.key, { quantity })}
                    isWrong={problem !== undefined}
                  />
                </Table.Td>
                <Table.Td align="right" w={102}>
                  <RateCell
                    label={`${known.name}, ${t.sale.rate}`}
                    standard={known.price}
                    value={line.rate}
                    onChange={(rate) => set(line.key, { rate })}
                  />
                </Table.Td>
                <Table.Td ta="right" fw={500} w={100}>
                  {formatMoney(amounts.get(line.key) ?? '')}
                </Table.Td>
                <Table.Td w={36} p={0}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`${t.actions.remove}: ${known.name}`}
                    onClick={() => onChange((now) => ({ others: now.others.filter(({ key }) => key !== line.key) }))}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
              {problem && (
                <Table.Tr>
                  <Table.Td colSpan={6} pt={0}>
                    <Text size="sm" c="var(--mantine-color-error)" role="alert">
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
  );
}
