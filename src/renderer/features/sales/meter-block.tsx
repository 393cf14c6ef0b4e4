import { Checkbox, Group, Text } from '@mantine/core';
import { useId } from 'react';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { parseCubicMetres } from '../../../shared/quantity.ts';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { formatDollars } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { SaleDraft } from './sale-draft.ts';
import type { Quote } from './use-quote.ts';

interface Props {
  draft: SaleDraft;
  customer: WireOutput<'customers.get'> | undefined;
  quote: Quote | null;
  problem: string | null;
  onChange: (patch: Partial<SaleDraft>) => void;
}

/** The meter of a piped site: last reading, this one, and what it comes to. */
export function MeterBlock({ draft, customer, quote, problem, onChange }: Props) {
  const meter = draft.meter === '' ? null : (quote?.meter ?? null);
  const noteId = useId();
  const previous = customer?.lastMeterReading;
  // Either the reading is wrong, or the meter has gone past its highest figure.
  const isBelowLast = previous != null && cubicMetres(draft.meter) < cubicMetres(previous);
  const isUnusual = quote?.warnings.some(({ code }) => code === 'UNUSUAL_USAGE') ?? false;
  return (
    <Panel p="sm" title={`${t.sale.meter}${customer?.meterNumber ? ` ${customer.meterNumber}` : ''}`}>
      <Group align="flex-start" gap="lg" wrap="nowrap" justify="space-between">
        <Figure
          label={t.sale.previous}
          value={previous ?? t.sale.noReading}
          note={
            customer?.lastMeterDate
              ? `${formatBusinessDate(customer.lastMeterDate)}${customer.lastMeterEstimated ? ` · ${t.sale.estimated}` : ''}`
              : undefined
          }
        />
        <MoneyField
          w={150}
          label={t.sale.current}
          decimals={3}
          value={draft.meter}
          onChange={(value) => onChange({ meter: value, meterRollover: false, confirmUnusual: false })}
          error={problem !== null}
          aria-describedby={problem === null ? undefined : noteId}
        />
        <Figure label={t.sale.usage} value={meter ? `${meter.usage} m³` : '—'} />
        <Figure label={t.sale.rate} value={meter?.rate ?? customer?.meterRate ?? '—'} />
        <Figure label={t.sale.amount} value={meter ? formatDollars(meter.amount) : '—'} isStrong />
      </Group>
      {problem !== null && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" id={noteId}>
          {problem}
        </Text>
      )}
      <Group gap="lg" mt={8}>
        <Checkbox
          size="xs"
          label={t.sale.isEstimated}
          checked={draft.meterEstimated}
          onChange={(event) => onChange({ meterEstimated: event.currentTarget.checked })}
          data-enter-skip
        />
        {(isBelowLast || draft.meterRollover) && (
          <Checkbox
            size="xs"
            label={t.sale.rolledOver}
            checked={draft.meterRollover}
            onChange={(event) => onChange({ meterRollover: event.currentTarget.checked })}
          />
        )}
        {(isUnusual || draft.confirmUnusual) && (
          <Checkbox
            size="xs"
            label={t.sale.confirmUnusual}
            checked={draft.confirmUnusual}
            onChange={(event) => onChange({ confirmUnusual: event.currentTarget.checked })}
          />
        )}
      </Group>
    </Panel>
  );
}

/** Half a number is taken as far as it goes; nothing is never below. */
function cubicMetres(text: string): number {
  return parseCubicMetres(text.replace(/\.$/, '')) ?? Number.POSITIVE_INFINITY;
}

interface FigureProps {
  label: string;
  value: string;
  note?: string | undefined;
  isStrong?: boolean;
}

function Figure({ label, value, note, isStrong = false }: FigureProps) {
  return (
    <div>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <Text size="sm" lh="36px" fw={isStrong ? 600 : undefined} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {value}
      </Text>
      {note !== undefined && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </div>
  );
}
