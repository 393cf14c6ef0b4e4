import { Group, Switch, Table, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useDepots, useEquipment } from '../../data/catalogue.ts';
import { t } from '../../texts/index.ts';
import { usePeople } from './audit-filters.tsx';
import classes from './audit.module.css';
import { fieldText, type Names, valueText } from './audit-values.ts';
import type { AuditRow } from './audit-words.ts';
import { differencesOf } from './differences.ts';

/** What was there before and after, side by side, with what changed marked. */
export function DifferencesTable({ row }: { row: AuditRow }) {
  const [isAll, setAll] = useState(false);
  const names = useNames();
  const all = differencesOf(row.before, row.after);
  const isCompared = all.some(({ isChanged }) => isChanged);
  const shown = isCompared && !isAll ? all.filter(({ isChanged }) => isChanged) : all;
  if (all.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t.audit.nothingKept}
      </Text>
    );
  }
  const hasBefore = all.some(({ before }) => before !== undefined);
  const hasAfter = all.some(({ after }) => after !== undefined);
  return (
    <section aria-label={isCompared ? t.audit.changes : t.audit.content}>
      <Group justify="space-between" mih={30} mb={4}>
        <Text size="sm" fw={600}>
          {isCompared ? t.audit.changes : t.audit.content}
        </Text>
        {isCompared && shown.length < all.length + (isAll ? 1 : 0) && (
          <Switch
            size="xs"
            label={t.audit.onlyChanges}
            checked={!isAll}
            onChange={(event) => setAll(!event.currentTarget.checked)}
          />
        )}
      </Group>
      <Table verticalSpacing={5} className={classes.values}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="34%">{t.audit.field}</Table.Th>
            {hasBefore && <Table.Th>{t.audit.before}</Table.Th>}
            {hasAfter && <Table.Th>{t.audit.after}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ path, before, after, isChanged }) => (
            <Table.Tr key={path} data-changed={isChanged || undefined}>
              <Table.Th scope="row">
                {fieldText(path)}
                {isChanged && <VisuallyHidden>{t.audit.changed}</VisuallyHidden>}
              </Table.Th>
              {hasBefore && <Table.Td>{valueText(path, before, names)}</Table.Td>}
              {hasAfter && <Table.Td>{valueText(path, after, names)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function useNames(): Names {
  const equipment = useEquipment();
  const depots = useDepots();
  const { data: people = [] } = usePeople();
  return {
    equipment: (id) => equipment.byId.get(id)?.name,
    depot: (id) => depots.byId.get(id)?.name,
    user: (id) => people.find((person) => person.id === id)?.fullName,
  };
}
