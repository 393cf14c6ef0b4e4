import { Badge, Button, CloseButton, Group, Skeleton, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useVerb } from '../../data/use-verb.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ScreenTabs } from '../../ui/screen-tabs.tsx';
import { useSaleDraft, withCustomer } from '../sales/sale-draft.ts';
import { AccountTab } from './account-tab.tsx';
import classes from './card.module.css';
import type { Customer } from './customer-form.ts';
import { DetailsTab } from './details-tab.tsx';
import { InvoicesTab } from './invoices-tab.tsx';
import { MeterTab } from './meter-tab.tsx';
import { OnSiteTab } from './on-site-tab.tsx';
import { PaymentsTab } from './payments-tab.tsx';
import { RatesTab } from './rates-tab.tsx';

type Tab = keyof typeof t.card.tabs;
const TABS = Object.keys(t.card.tabs) as Tab[];

/** Everything about one customer, tab by tab. */
export function CustomerCard({ id, tab }: { id: number; tab: string | undefined }) {
  const { data: customer, error, refetch } = useVerb('customers.get', { id });
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!customer) return <Skeleton height="100%" />;
  return <Card customer={customer} tab={tab} />;
}

function Card({ customer, tab: wanted }: { customer: Customer; tab: string | undefined }) {
  const [, go] = useLocation();
  const maySell = useMay('transactions.create') && customer.isActive;
  const { change } = useSaleDraft();
  const { id, name, code, paymentType, isMeterInstalled } = customer;
  const tabs = TABS.filter((tab) => tab !== 'meter' || isMeterInstalled);
  const current = tabs.find((tab) => tab === wanted) ?? 'account';
  const tabsRef = useRef<{ focus: () => void }>(null);
  // Who opens a card wants to look into it: the arrows go through its tabs at once.
  useEffect(() => {
    if (document.activeElement?.closest('[role="grid"]')) tabsRef.current?.focus();
  }, []);
  const sell = () => {
    change(withCustomer(customer));
    go('/sale');
  };
  return (
    <section className={classes.card} aria-label={t.card.label(name)}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" className={classes.head}>
        <div className={classes.who}>
          <Text fw={600} fz="md" className={classes.name}>
            {name}
          </Text>
          <Group gap="xs">
            <Text size="sm" c="dimmed">
              {code}
            </Text>
            <Badge variant="light" color="gray" tt="none" fw={500} radius="sm">
              {t.paymentTypes[paymentType]}
            </Badge>
            {!customer.isActive && (
              <Badge variant="light" color="red" tt="none" fw={500} radius="sm">
                {t.card.inactive}
              </Badge>
            )}
          </Group>
        </div>
        <Group gap="xs" wrap="nowrap">
          {maySell && (
            <Button size="sm" onClick={sell}>
              {t.sale.nav}
            </Button>
          )}
          <CloseButton aria-label={t.actions.close} onClick={() => go('/customers')} />
        </Group>
      </Group>
      <ScreenTabs
        ref={tabsRef}
        label={t.card.label(name)}
        current={current}
        tabs={tabs.map((tab) => ({ id: tab, label: t.card.tabs[tab], href: `/customers/${id}/${tab}` }))}
      />
      <div className={classes.content}>{contentOf(current, customer)}</div>
    </section>
  );
}

function contentOf(tab: Tab, customer: Customer) {
  switch (tab) {
    case 'account':
      return <AccountTab customer={customer} />;
    case 'details':
      return <DetailsTab customer={customer} />;
    case 'rates':
      return <RatesTab customer={customer} />;
    case 'onSite':
      return <OnSiteTab customer={customer} />;
    case 'meter':
      return <MeterTab customerId={customer.id} />;
    case 'invoices':
      return <InvoicesTab customerId={customer.id} />;
    case 'payments':
      return <PaymentsTab customerId={customer.id} />;
  }
}
