import { Button, CloseButton, Group, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useVerb } from '../../data/use-verb.ts';
import { centsOf, formatDollars } from '../../format.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useIsBeingPaid } from '../payments/payment-draft.ts';
import { PaymentPopup } from '../payments/payment-popup.tsx';
import { DeliveryLines } from './delivery-lines.tsx';
import { type Invoice, isOnItsWay } from './delivery-way.ts';
import { InvoiceButtons } from './invoice-buttons.tsx';
import { InvoicePayments } from './invoice-payments.tsx';
import { InvoicePreview } from './invoice-preview.tsx';
import { InvoiceStatus } from './invoice-status.tsx';
import classes from './invoices.module.css';
import type { useInvoiceActions } from './use-invoice-actions.ts';

type Actions = ReturnType<typeof useInvoiceActions>;

const WATCH_MS = 1_000;

export function InvoiceDetail({ id, actions }: { id: number; actions: Actions }) {
  const {
    data: invoice,
    error,
    refetch,
  } = useVerb('invoices.get', { id }, { every: (known) => known !== undefined && isOnItsWay(known) && WATCH_MS });
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!invoice) return <Skeleton height="100%" />;
  return <Detail invoice={invoice} actions={actions} />;
}

function Detail({ invoice, actions }: { invoice: Invoice; actions: Actions }) {
  const [, go] = useLocation();
  const [isPaying, setPaying] = useState(useIsBeingPaid(invoice.id));
  const mayPay = useMay('payments.create') && centsOf(invoice.outstanding) > 0;
  useKeys('screen', [mayPay && { key: 'F8', label: t.keys.pay, run: () => setPaying(true) }]);
  return (
    <div className={classes.detail}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="sm" wrap="nowrap">
          <strong>{invoice.number}</strong>
          <InvoiceStatus status={invoice.status} />
        </Group>
        <CloseButton aria-label={t.actions.close} onClick={() => go('/invoices')} />
      </Group>
      <Group justify="space-between" wrap="nowrap" mih={36}>
        <Text size="sm" c="dimmed" truncate>
          {invoice.customerName}
        </Text>
        {mayPay ? (
          <Button size="sm" onClick={() => setPaying(true)} rightSection={<KeyHint>F8</KeyHint>} flex="none">
            {t.invoices.takePayment} · {formatDollars(invoice.outstanding)}
          </Button>
        ) : (
          <Text fw={600}>{formatDollars(invoice.total)}</Text>
        )}
      </Group>
      <DeliveryLines invoice={invoice} />
      <InvoiceButtons invoice={invoice} actions={actions} />
      {centsOf(invoice.paid) > 0 && <InvoicePayments invoice={invoice} />}
      <InvoicePreview id={invoice.id} number={invoice.number} />
      {isPaying && <PaymentPopup invoice={invoice} onClose={() => setPaying(false)} />}
    </div>
  );
}
