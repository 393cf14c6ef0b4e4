import { Badge, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { useEquipment } from '../../data/catalogue.ts';
import { useVerb } from '../../data/use-verb.ts';
import { centsOf, formatDollars, sumMoney } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import type { SaleCustomer } from './sale-draft.ts';

interface Props {
  customer: SaleCustomer | null;
  /** The name stands above already. */
  isNamed?: boolean;
}

/** Who stands at the counter: what is owed, what is left, what is out there. */
export function AccountCard({ customer, isNamed = false }: Props) {
  const { data, error } = useVerb('customers.account', customer === null ? null : { id: customer.id }, { keep: true });
  if (customer === null) {
    return (
      <Panel title={t.sale.account}>
        <Text size="sm" c="dimmed">
          {t.sale.noCustomerYet}
        </Text>
      </Panel>
    );
  }
  return (
    <Panel
      title={t.sale.account}
      aside={
        <Badge variant="light" color="gray" tt="none" fw={500} radius="sm">
          {t.paymentTypes[customer.paymentType]}
        </Badge>
      }
    >
      <Stack gap="sm">
        {!isNamed && (
          <Text size="sm" fw={500} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
            {customer.name}
          </Text>
        )}
        <ProblemNote problem={error} />
        {data ? <Account account={data} isCredit={customer.paymentType === 'CREDIT'} /> : <Skeleton height={64} />}
      </Stack>
    </Panel>
  );
}

function Account({ account, isCredit }: { account: WireOutput<'customers.account'>; isCredit: boolean }) {
  const { byId } = useEquipment();
  const deposits = sumMoney(account.deposits.map(({ amount }) => amount));
  return (
    <>
      <Facts
        facts={[
          { label: t.sale.balance, value: formatDollars(account.balance) },
          centsOf(account.overdue) > 0 && {
            label: t.sale.overdue,
            value: formatDollars(account.overdue),
            tone: 'warning',
          },
          isCredit &&
            account.creditLeft !== null && { label: t.sale.creditLeft, value: formatDollars(account.creditLeft) },
          centsOf(deposits) > 0 && { label: t.sale.depositsHeld, value: formatDollars(deposits) },
        ]}
      />
      {account.onSite.length > 0 && (
        <Group gap={6} aria-label={t.sale.onSite}>
          {account.onSite.map(({ equipmentId, quantity }) => (
            <Badge key={equipmentId} variant="default" tt="none" fw={400} radius="sm">
              {byId.get(equipmentId)?.name ?? equipmentId} × {quantity}
            </Badge>
          ))}
        </Group>
      )}
    </>
  );
}
