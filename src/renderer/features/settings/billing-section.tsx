import { ActionIcon, Button, Checkbox, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { GST_MODES } from '../../../shared/contract/settings.ts';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { t } from '../../texts/index.ts';
import { today } from '../../today.ts';
import { DateField } from '../../ui/date-field.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SectionForm, SectionSkeleton } from './section-form.tsx';
import { makeSettingsForm, type Settings } from './settings-form.ts';
import classes from './settings.module.css';

const useBillingForm = makeSettingsForm({
  section: 'billing',
  toForm: ({ tax, billing }: Settings) => ({
    gstMode: tax.gstMode,
    cashRounding: tax.cashRounding,
    rates: tax.rates,
    warnUnpaidCash: billing.warnUnpaidCash,
    unusualUsageFactor: String(billing.unusualUsageFactor),
  }),
  toInput: ({ gstMode, cashRounding, rates, warnUnpaidCash, unusualUsageFactor }) => ({
    tax: { gstMode, cashRounding, rates: rates.map(({ from, rate }) => ({ from: from || today(), rate })) },
    billing: { warnUnpaidCash, unusualUsageFactor: Number(unusualUsageFactor) },
  }),
});

const MODES = GST_MODES.map((value) => ({ value, label: t.settings.billing.modes[value] }));
const ON_FORM = /^(tax\.rates\.\d+\.(from|rate)|billing\.unusualUsageFactor)$/;

/** GST, and what the counter is warned of. */
export function BillingSection() {
  const edit = useBillingForm();
  if (edit === null) return <SectionSkeleton />;
  const { form, set } = edit;
  const words = t.settings.billing;
  const setRate = (at: number, patch: Partial<(typeof form.rates)[number]>) =>
    set({ rates: form.rates.map((rate, index) => (index === at ? { ...rate, ...patch } : rate)) });
  return (
    <SectionForm
      {...edit}
      isOnForm={(path) => ON_FORM.test(path)}
      onSave={() => void edit.save()}
      onDiscard={edit.discard}
    >
      <Panel p="lg" title={words.gst}>
        <Stack>
          <Group gap="sm">
            <Text size="sm" fw={500}>
              {words.prices}
            </Text>
            <SegmentedControl
              size="sm"
              aria-label={words.prices}
              data={MODES}
              value={form.gstMode}
              onChange={(gstMode) => set({ gstMode })}
              data-enter-skip
            />
          </Group>
          <div>
            <Text size="sm" fw={500}>
              {words.rates}
            </Text>
            <Text size="xs" c="dimmed" mb={8}>
              {words.ratesHint}
            </Text>
            <div className={classes.rates}>
              <Text size="xs" c="dimmed">
                {words.from}
              </Text>
              <Text size="xs" c="dimmed" ta="right">
                {words.rate}
              </Text>
              <span />
              {form.rates.map((rate, index) => (
                <RateRow
                  key={index}
                  rate={rate}
                  isOnly={form.rates.length === 1}
                  errors={{
                    from: edit.error(`tax.rates.${index}.from`),
                    rate: edit.error(`tax.rates.${index}.rate`),
                  }}
                  onChange={(patch) => setRate(index, patch)}
                  onRemove={() => set({ rates: form.rates.filter((_, other) => other !== index) })}
                />
              ))}
            </div>
            <Button
              mt="xs"
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={14} />}
              onClick={() => set({ rates: [...form.rates, { from: '', rate: '' }] })}
            >
              {words.addRate}
            </Button>
          </div>
        </Stack>
      </Panel>
      <Panel p="lg" title={words.selling}>
        <Stack gap="sm">
          <Checkbox
            label={words.cashRounding}
            checked={form.cashRounding}
            onChange={(event) => set({ cashRounding: event.currentTarget.checked })}
            data-enter-skip
          />
          <Checkbox
            label={words.warnUnpaidCash}
            checked={form.warnUnpaidCash}
            onChange={(event) => set({ warnUnpaidCash: event.currentTarget.checked })}
            data-enter-skip
          />
          <Group gap="sm" align="flex-start">
            <Text size="sm" component="label" htmlFor="unusual" mt={7}>
              {words.unusualUsageFactor}
            </Text>
            <MoneyField
              id="unusual"
              w={64}
              decimals={0}
              value={form.unusualUsageFactor}
              onChange={(unusualUsageFactor) => set({ unusualUsageFactor })}
              error={edit.error('billing.unusualUsageFactor')}
            />
            <Text size="sm" mt={7}>
              {words.times}
            </Text>
          </Group>
        </Stack>
      </Panel>
    </SectionForm>
  );
}

interface RateRowProps {
  rate: { from: string; rate: string };
  isOnly: boolean;
  errors: { from: string | undefined; rate: string | undefined };
  onChange: (patch: Partial<{ from: string; rate: string }>) => void;
  onRemove: () => void;
}

function RateRow({ rate, isOnly, errors, onChange, onRemove }: RateRowProps) {
  const words = t.settings.billing;
  return (
    <>
      <DateField
        aria-label={words.from}
        value={rate.from}
        onChange={(from) => onChange({ from })}
        error={errors.from}
      />
      <MoneyField
        aria-label={words.rate}
        value={rate.rate}
        decimals={2}
        onChange={(value) => onChange({ rate: value })}
        error={errors.rate}
      />
      {isOnly ? (
        <span />
      ) : (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={words.removeRate(formatBusinessDate(rate.from || today()))}
          onClick={onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </>
  );
}
