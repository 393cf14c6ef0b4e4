import { Group, TextInput } from '@mantine/core';
import { driverLabel, useDepots, useDrivers } from '../../data/catalogue.ts';
import { useUser } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Pick } from '../../ui/pick.tsx';
import type { SaleDraft } from './sale-draft.ts';

interface Props {
  draft: SaleDraft;
  source: SaleDraft['source'];
  error: (path: string) => string | undefined;
  onChange: (patch: Partial<SaleDraft>) => void;
}

/** The place as problems name it. */
export function useSourceName(source: SaleDraft['source']): string {
  const depots = useDepots();
  const drivers = useDrivers();
  if (source === null) return '';
  if (source.kind === 'depot') return depots.byId.get(source.id)?.name ?? '';
  const driver = drivers.byId.get(source.id);
  return driver ? driverLabel(driver) : '';
}

/** Where the goods come from. */
export function SourcePick({ source, error, onChange }: Omit<Props, 'draft'>) {
  const user = useUser();
  const depots = useDepots();
  const drivers = useDrivers();
  const isDriver = user.role === 'DRIVER';
  const trucks = drivers.items
    .filter((driver) => !isDriver || driver.id === user.id)
    .map((driver) => ({ value: `truck:${driver.id}`, label: driverLabel(driver) }));
  const places = depots.own.map((depot) => ({ value: `depot:${depot.id}`, label: depot.name }));
  return (
    <Pick
      w={230}
      label={t.sale.source}
      data={isDriver ? trucks : [...places, ...trucks]}
      value={source && `${source.kind}:${source.id}`}
      onChange={(value) => {
        const [kind, id] = (value ?? '').split(':');
        if (kind === 'depot' || kind === 'truck') onChange({ source: { kind, id: Number(id) } });
      }}
      error={error('source')}
      data-enter-skip
    />
  );
}

/** What is seldom said. */
export function SaleDetails({ draft, error, onChange }: Omit<Props, 'source'>) {
  return (
    <Group gap="md" align="flex-start">
      <DateField
        w={150}
        size="xs"
        label={t.words.date}
        value={draft.businessDate}
        onChange={(date) => onChange({ businessDate: date })}
        error={error('businessDate')}
        data-enter-skip
      />
      <TextInput
        w={150}
        size="xs"
        label={t.words.poNumber}
        value={draft.poNumber}
        onChange={(event) => onChange({ poNumber: event.currentTarget.value })}
        error={error('poNumber')}
        data-enter-skip
      />
      <TextInput
        flex={1}
        size="xs"
        label={t.words.remarks}
        value={draft.remarks}
        onChange={(event) => onChange({ remarks: event.currentTarget.value })}
        error={error('remarks')}
        data-enter-skip
      />
    </Group>
  );
}
