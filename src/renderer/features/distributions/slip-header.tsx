import { Group, TextInput } from '@mantine/core';
import { driverLabel, useDepots, useDrivers } from '../../data/catalogue.ts';
import { useUser } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Pick } from '../../ui/pick.tsx';
import type { SlipDraft } from './slip-draft.ts';

interface Props {
  draft: SlipDraft;
  onChange: (patch: Partial<SlipDraft>) => void;
  error: (path: string) => string | undefined;
}

/** Whose truck, which depot, and what the paper says. */
export function SlipHeader({ draft, onChange, error }: Props) {
  const user = useUser();
  const drivers = useDrivers();
  const depots = useDepots();
  const isDriver = user.role === 'DRIVER';
  const mine = isDriver ? drivers.items.filter((driver) => driver.id === user.id) : drivers.items;
  return (
    <Group gap="md" align="flex-start">
      <Pick
        w={250}
        label={t.words.driver}
        placeholder={t.distribution.chooseDriver}
        data={mine.map((driver) => ({ value: driver.id, label: driverLabel(driver) }))}
        value={draft.driverId}
        onChange={(driverId) => onChange({ driverId })}
        error={error('driverId')}
        nothingFoundMessage={t.distribution.noDriver}
        autoFocus
      />
      {depots.own.length > 1 && (
        <Pick
          w={220}
          label={t.words.depot}
          data={depots.own.map((depot) => ({ value: depot.id, label: depot.name }))}
          value={draft.depotId}
          onChange={(depotId) => onChange({ depotId })}
          error={error('depotId')}
          data-enter-skip
        />
      )}
      <TextInput
        w={150}
        label={t.words.poNumber}
        value={draft.poNumber}
        onChange={(event) => onChange({ poNumber: event.currentTarget.value })}
        error={error('poNumber')}
      />
      <DateField
        w={130}
        label={t.words.date}
        value={draft.businessDate}
        onChange={(date) => onChange({ businessDate: date })}
        error={error('businessDate')}
        data-enter-skip
      />
      <TextInput
        flex={1}
        miw={160}
        label={t.words.remarks}
        value={draft.remarks}
        onChange={(event) => onChange({ remarks: event.currentTarget.value })}
        error={error('remarks')}
        data-enter-skip
      />
    </Group>
  );
}
