import { Button, CloseButton, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatDollars } from '../../format.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { PaymentsPanel } from '../payments/payments-panel.tsx';
import { AccountCard } from '../sales/account-card.tsx';
import { useSaleDraft } from '../sales/sale-draft.ts';
import type { Customer } from './customer-form.ts';
import { CustomerPopup } from './customer-popup.tsx';
import { OpenInvoices } from './open-invoices.tsx';

export function CustomerDetail({ id }: { id: number }) {
  const { data: customer, error, refetch } = useVerb('customers.get', { id });
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!customer) return <Skeleton height={320} />;
  return <Detail customer={customer} />;
}

function Detail({ customer }: { customer: Customer }) {
  const [, go] = useLocation();
  const [isEditing, setEditing] = useState(false);
  const mayEdit = useMay('customers.update');
  const maySell = useMay('transactions.create') && customer.isActive;
  const { change } = useSaleDraft();
  const sell = () => {
    const { id, name, code, paymentType, isMeterInstalled } = customer;
    change({ customer: { id, name, code, paymentType, isMeterInstalled } });
    go('/sale');
  };
  return (
    <Stack gap="sm">
      <Panel p="lg">
        <Stack gap="sm">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div>
              <Text fw={600}>{customer.name}</Text>
              <Text size="sm" c="dimmed">
                {customer.code}
              </Text>
            </div>
            <CloseButton aria-label={t.actions.close} onClick={() => go('/customers')} />
          </Group>
          <Facts facts={factsOf(customer)} />
          <Group justify="flex-end" gap="sm">
            {mayEdit && (
              <Button variant="default" onClick={() => setEditing(true)}>
                {t.actions.edit}
              </Button>
            )}
            {maySell && <Button onClick={sell}>{t.sale.nav}</Button>}
          </Group>
        </Stack>
      </Panel>
      <AccountCard customer={customer} isNamed />
      <OpenInvoices customerId={customer.id} />
      <PaymentsPanel customerId={customer.id} />
      {isEditing && (
        <CustomerPopup
          customer={customer}
          onClose={() => setEditing(false)}
          onSaved={(saved) => {
            setEditing(false);
            toastDone(t.customers.saved(saved.name));
          }}
        />
      )}
    </Stack>
  );
}

function factsOf(customer: Customer) {
  const { fields } = t.customers;
  return [
    Boolean(customer.phone) && { label: fields.phone, value: customer.phone },
    Boolean(customer.email) && { label: fields.email, value: customer.email },
    { label: fields.address, value: `${customer.address} ${customer.postalCode}` },
    Boolean(customer.siteAddress) && {
      label: fields.siteAddress,
      value: `${customer.siteAddress} ${customer.sitePostalCode ?? ''}`,
    },
    Boolean(customer.uen) && { label: fields.uen, value: customer.uen },
    customer.creditLimit !== null && { label: fields.creditLimit, value: formatDollars(customer.creditLimit) },
    customer.termsDays !== null && { label: fields.termsDays, value: customer.termsDays },
    Boolean(customer.meterNumber) && { label: fields.meterNumber, value: customer.meterNumber },
    customer.lastMeterReading !== null && {
      label: t.customers.lastReading,
      value: `${customer.lastMeterReading} · ${formatBusinessDate(customer.lastMeterDate ?? '')}`,
    },
    customer.meterRate !== null && { label: fields.meterRate, value: customer.meterRate },
  ];
}
