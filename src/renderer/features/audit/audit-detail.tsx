import { Button, CloseButton, Group, Skeleton, Stack } from '@mantine/core';
import { useLocation } from 'wouter';
import { formatInstant } from '../../../shared/dates.ts';
import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { filterAudit } from './audit-filter.ts';
import { actionText, type AuditRow, entityText, whoText } from './audit-words.ts';
import { DifferencesTable } from './differences-table.tsx';

export function AuditDetail({ id }: { id: number }) {
  const { data: row, error, refetch } = useVerb('audit.get', { id }, { goodFor: Infinity });
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!row) return <Skeleton height={320} />;
  return <Detail row={row} />;
}

/** One entry: who did what to what, why, and what it was before and after. */
function Detail({ row }: { row: AuditRow }) {
  const [, go] = useLocation();
  const { entityType, entityId } = row;
  return (
    <Panel p="lg">
      <Stack>
        <Group justify="space-between" wrap="nowrap">
          <strong>{actionText(row)}</strong>
          <CloseButton aria-label={t.actions.close} onClick={() => go('/audit')} />
        </Group>
        <Facts
          facts={[
            { label: t.audit.about, value: entityText(row) },
            { label: t.audit.who, value: whoText({ ...row, approverName: null }) },
            row.approverName !== null && { label: t.audit.approvedBy, value: row.approverName },
            { label: t.audit.when, value: formatInstant(row.instant) },
            row.reason !== null && { label: t.audit.reason, value: row.reason },
          ]}
        />
        <DifferencesTable row={row} />
        {entityId !== null && (
          <Group justify="flex-end" gap="sm">
            <Button
              variant="default"
              onClick={() => {
                filterAudit({ entityType, entityId });
                go('/audit');
              }}
            >
              {t.audit.historyOf}
            </Button>
            <OpenEntity entityType={entityType} entityId={entityId} />
          </Group>
        )}
      </Stack>
    </Panel>
  );
}

/** What has a place of its own on screen. */
function OpenEntity({ entityType, entityId }: { entityType: string; entityId: number }) {
  const [, go] = useLocation();
  const isSale = entityType === 'transaction';
  const { data: sale } = useVerb('transactions.get', isSale ? { id: entityId } : null, { goodFor: 60_000 });
  const place =
    entityType === 'customer'
      ? { label: t.audit.openCustomer, href: `/customers/${entityId}` }
      : entityType === 'distribution'
        ? { label: t.audit.openSlip, href: `/distributions/${entityId}` }
        : sale?.invoiceId != null
          ? { label: t.audit.openInvoice, href: `/invoices/${sale.invoiceId}` }
          : null;
  if (place === null) return null;
  return (
    <Button variant="default" onClick={() => go(place.href)}>
      {place.label}
    </Button>
  );
}
