import { Text } from '@mantine/core';
import { formatInstant } from '../../../shared/dates.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import type { Column } from '../../ui/data-list.tsx';
import { actionText, type AuditRow, entityText, isRefused, whoText } from './audit-words.ts';

export const AUDIT_COLUMNS: Column<AuditRow>[] = [
  { id: 'id', header: t.audit.id, width: '64px', align: 'right', cell: (row) => formatCount(row.id) },
  { id: 'when', header: t.audit.when, width: '140px', cell: (row) => formatInstant(row.instant) },
  { id: 'who', header: t.audit.who, width: '140px', cell: whoText },
  { id: 'what', header: t.audit.what, width: 'minmax(130px, 190px)', cell: (row) => <Action row={row} /> },
  { id: 'about', header: t.audit.about, width: 'minmax(200px, 1fr)', cell: (row) => entityText(row) },
  { id: 'reason', header: t.audit.reason, cell: (row) => row.reason },
];

/** Beside an open entry there is room for what tells entries apart. */
export const BESIDE_ENTRY = AUDIT_COLUMNS.flatMap(({ width, ...column }) => {
  if (column.id === 'what') return [column];
  return column.id === 'about' || column.id === 'reason' ? [] : [{ ...column, ...(width && { width }) }];
});

function Action({ row }: { row: AuditRow }) {
  return (
    <Text span inherit c={isRefused(row) ? 'var(--mantine-color-error)' : undefined}>
      {actionText(row)}
    </Text>
  );
}
