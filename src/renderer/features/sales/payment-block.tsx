import { Group, Stack, Text, TextInput } from '@mantine/core';
import { formatDollars } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { changeFor, type Payment, PAYMENT_CHOICES } from './payment.ts';
import { paymentChoice, type SaleDraft } from './sale-draft.ts';
import classes from './sale.module.css';

interface Props {
  draft: SaleDraft;
  /** What would be taken now. */
  payment: Payment | null;
  error: (path: string) => string | undefined;
  onChange: (patch: Partial<SaleDraft>) => void;
}

const CHOICES = PAYMENT_CHOICES.map((value) => ({
  value,
  label: value === 'LATER' ? t.sale.later : t.paymentMethods[value],
}));

/** How it is paid; for cash what was handed over, and the change in large. */
export function PaymentBlock({ draft, payment, error, onChange }: Props) {
  const method = paymentChoice(draft);
  const isCash = method === 'CASH';
  const change = payment && isCash ? changeFor(draft.tendered, payment.amount) : null;
  const isShort = isCash && draft.tendered !== '' && payment !== null && change === null;
  return (
    <Stack gap="sm" data-paying>
      <ChoiceChips
        label={t.sale.payment}
        choices={CHOICES}
        value={method}
        onChange={(chosen) => onChange({ method: chosen })}
      />
      {method !== 'LATER' && (
        <Group grow gap="sm" align="flex-start">
          <MoneyField
            label={t.sale.paid}
            placeholder={payment?.amount ?? ''}
            value={draft.amount}
            onChange={(amount) => onChange({ amount })}
            error={error('payment.amount')}
            data-enter-skip={isCash || undefined}
          />
          {isCash ? (
            <MoneyField
              label={t.sale.tendered}
              value={draft.tendered}
              onChange={(tendered) => onChange({ tendered })}
              error={isShort ? t.sale.notEnough : error('payment.tendered')}
              data-pay
            />
          ) : (
            <TextInput
              label={t.sale.reference}
              value={draft.reference}
              onChange={(event) => onChange({ reference: event.currentTarget.value })}
              error={error('payment.reference')}
              data-pay
            />
          )}
        </Group>
      )}
      {change !== null && (
        <Group justify="space-between" className={classes.change}>
          <Text size="sm" c="dimmed">
            {t.sale.change}
          </Text>
          <Text fz="xl" fw={600} data-change>
            {formatDollars(change)}
          </Text>
        </Group>
      )}
    </Stack>
  );
}
