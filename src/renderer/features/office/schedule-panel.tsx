import { Group, Input, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { formatInstant } from '../../../shared/dates.ts';
import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { DestinationForm } from './destination-form.ts';

interface Props {
  form: DestinationForm;
  set: (patch: Partial<DestinationForm>) => void;
  error: (field: string) => string | undefined;
  /** What stands here is not saved yet: the next time is another. */
  isChanged: boolean;
}

const RHYTHMS = (['never', 'day', 'week', 'month'] as const).map((value) => ({
  value,
  label: t.destination.schedules[value],
}));
const WEEKDAYS = t.destination.weekdays.map((label, index) => ({ value: String(index + 1), label }));

/** When a bundle is made by itself, in depot time. */
export function SchedulePanel({ form, set, error, isChanged }: Props) {
  const { data: plan } = useVerb('exports.plan', {});
  const { fields, examples } = t.destination;
  return (
    <Panel p="lg" title={t.destination.schedule}>
      <Stack gap="sm">
        <div>
          <SegmentedControl
            size="sm"
            aria-label={t.destination.every}
            data={RHYTHMS}
            value={form.every}
            onChange={(every) => set({ every })}
            data-enter-skip
          />
        </div>
        {form.every !== 'never' && (
          <Group align="flex-start" gap="md">
            {form.every === 'week' && (
              <Input.Wrapper label={t.destination.weekday}>
                <div>
                  <SegmentedControl
                    size="sm"
                    aria-label={t.destination.weekday}
                    data={WEEKDAYS}
                    value={form.weekday}
                    onChange={(weekday) => set({ weekday })}
                    data-enter-skip
                  />
                </div>
              </Input.Wrapper>
            )}
            {form.every === 'month' && (
              <MoneyField
                label={fields.day}
                decimals={0}
                w={140}
                value={form.day}
                error={error('day')}
                onChange={(day) => set({ day })}
              />
            )}
            <TextInput
              label={fields.at}
              placeholder={examples.at}
              w={110}
              value={form.at}
              error={error('at')}
              onChange={(event) => set({ at: event.currentTarget.value })}
            />
          </Group>
        )}
        {form.every !== 'never' && (
          <Text size="sm" c="dimmed">
            {!isChanged && plan?.nextRun != null && `${t.destination.next(formatInstant(plan.nextRun))} `}
            {t.destination.catchUp}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}
