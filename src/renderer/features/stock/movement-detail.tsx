import { Button, CloseButton, Group, Stack } from '@mantine/core';
import { useLocation } from 'wouter';
import { formatBusinessDate, formatInstant } from '../../../shared/dates.ts';
import { useEquipment } from '../../data/catalogue.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount } from '../../format.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Movement } from './movement-columns.tsx';

/** What moved from where to where, by which document and for what reason. */
export function MovementDetail({ movement }: { movement: Movement }) {
  const [, go] = useLocation();
  const { byId } = useEquipment();
  const { from, to, documentKind, documentNumber, reason } = movement;
  const maySeeUsers = useMay('users.get');
  const asked = maySeeUsers && movement.userId !== null ? { id: movement.userId } : null;
  const { data: user } = useVerb('users.get', asked, { goodFor: 60_000 });
  const name = byId.get(movement.equipmentId)?.name ?? '';
  return (
    <Panel p="lg">
      <Stack>
        <Group justify="space-between" wrap="nowrap">
          <strong>{t.movements.title(formatCount(movement.quantity), name)}</strong>
          <CloseButton aria-label={t.actions.close} onClick={() => go('/stock/movements')} />
        </Group>
        <Facts
          facts={[
            { label: t.movements.from, value: placeText(from) },
            { label: t.movements.to, value: placeText(to) },
            { label: t.words.date, value: formatBusinessDate(movement.businessDate) },
            { label: t.movements.document, value: t.movements.documents[documentKind] },
            documentNumber !== null && { label: t.words.number, value: documentNumber },
            reason !== null && { label: t.movements.reason, value: reason },
            { label: t.movements.when, value: formatInstant(movement.instant) },
            user !== undefined && { label: t.movements.who, value: user.fullName },
          ]}
        />
        <OpenDocument movement={movement} />
      </Stack>
    </Panel>
  );
}

function placeText({ name, condition }: Movement['from']): string {
  return condition === 'ON_SITE' ? name : `${name} · ${t.conditions[condition].toLowerCase()}`;
}

/** Sales and slips have a place of their own; a count or a plant's delivery is all there is to see here. */
function OpenDocument({ movement }: { movement: Movement }) {
  const [, go] = useLocation();
  const { documentKind, documentId } = movement;
  const isSale = documentKind === 'TRANSACTION' && documentId !== null;
  const { data: sale } = useVerb('transactions.get', isSale ? { id: documentId } : null, { goodFor: 60_000 });
  const open =
    documentKind === 'DISTRIBUTION' && documentId !== null
      ? { label: t.movements.openSlip, href: `/distributions/${documentId}` }
      : sale?.invoiceId != null
        ? { label: t.movements.openInvoice, href: `/invoices/${sale.invoiceId}` }
        : null;
  if (open === null) return null;
  return (
    <Group justify="flex-end">
      <Button onClick={() => go(open.href)} data-open-document>
        {open.label}
      </Button>
    </Group>
  );
}
