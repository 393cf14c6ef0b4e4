import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { beyondFields } from '../../api-problem.ts';
import { type Equipment, useEquipment } from '../../data/catalogue.ts';
import { useCommand } from '../../data/use-command.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { focusField, focusFirstWrong } from '../../keys/focus.ts';
import { t } from '../../texts/index.ts';
import { today } from '../../today.ts';
import { DateField } from '../../ui/date-field.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { Pick } from '../../ui/pick.tsx';
import { Popup } from '../../ui/popup.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './card.module.css';
import type { Customer } from './customer-form.ts';
import { newRate, type RateRow, ratesForm, ratesInput, type RatesPart } from './rates-form.ts';

interface Props {
  customer: Customer;
  onSaved: (customer: Customer) => void;
  onClose: () => void;
}

/** Contract and meter rates, each from its own day on; what is not there any more when it is saved is gone. */
export function RatesPopup({ customer, onSaved, onClose }: Props) {
  const [form, setForm] = useState(() => ratesForm(customer));
  const equipment = useEquipment().items.filter(({ isActive }) => isActive);
  const command = useCommand('customers.setRates');
  const scope = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (command.problem !== null) focusFirstWrong(scope.current);
  }, [command.problem]);
  const save = async () => {
    if (command.isRunning) return;
    const saved = await command.run(ratesInput(customer.id, form));
    if (saved) onSaved(saved);
  };
  const change = (part: RatesPart, key: string, patch: Partial<RateRow>) =>
    setForm((now) => ({ ...now, [part]: now[part].map((row) => (row.key === key ? { ...row, ...patch } : row)) }));
  const remove = (part: RatesPart, key: string) => {
    command.clear();
    setForm((now) => ({ ...now, [part]: now[part].filter((row) => row.key !== key) }));
  };
  const add = (part: RatesPart) => {
    const row = newRate(part === 'rates' ? (equipment[0]?.id ?? null) : null);
    flushSync(() => setForm((now) => ({ ...now, [part]: [...now[part], row] })));
    focusField(scope.current?.querySelector<HTMLElement>(`[data-rate="${row.key}"] input`));
  };
  const rows = (part: RatesPart) =>
    form[part].map((row, index) => (
      <RateLine
        key={row.key}
        row={row}
        equipment={part === 'rates' ? equipment : null}
        error={(field) => command.fieldError(`${part}.${index}.${field}`)}
        onChange={(patch) => change(part, row.key, patch)}
        onRemove={() => remove(part, row.key)}
      />
    ));
  const hasMeter = customer.isMeterInstalled || form.meterRates.length > 0;

  return (
    <Popup
      title={t.rates.title(customer.name)}
      size="lg"
      onClose={onClose}
      keys={[{ key: 'F9', label: t.actions.save, run: () => void save() }]}
    >
      <EnterMovesOn ref={scope} onEnd={() => void save()}>
        <Stack>
          <Part title={t.rates.contract} add={t.rates.add} onAdd={() => add('rates')} isFirst>
            {rows('rates')}
          </Part>
          {hasMeter && (
            <Part title={t.rates.meter} add={t.rates.addMeter} onAdd={() => add('meterRates')}>
              {rows('meterRates')}
            </Part>
          )}
          <Text size="sm" c="dimmed">
            {t.rates.hint}
          </Text>
          <ProblemNote
            problem={beyondFields(command.problem, (path) => /^(rates|meterRates)\.\d+\.(rate|from)$/.test(path))}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t.actions.cancel}
            </Button>
            <Button onClick={() => void save()} loading={command.isRunning} rightSection={<KeyHint>F9</KeyHint>}>
              {t.actions.save}
            </Button>
          </Group>
        </Stack>
      </EnterMovesOn>
    </Popup>
  );
}

interface PartProps {
  title: string;
  add: string;
  onAdd: () => void;
  isFirst?: boolean;
  children: ReactNode;
}

function Part({ title, add, onAdd, isFirst, children }: PartProps) {
  return (
    <Stack gap={8} role="group" aria-label={title}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {children}
      <Group>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={onAdd}
          data-autofocus={isFirst || undefined}
        >
          {add}
        </Button>
      </Group>
    </Stack>
  );
}

interface LineProps {
  row: RateRow;
  /** `null`: a meter rate. */
  equipment: readonly Equipment[] | null;
  error: (field: 'rate' | 'from') => string | undefined;
  onChange: (patch: Partial<RateRow>) => void;
  onRemove: () => void;
}

function RateLine({ row, equipment, error, onChange, onRemove }: LineProps) {
  const name = equipment?.find(({ id }) => id === row.equipmentId)?.name ?? t.rates.meter;
  return (
    <div className={classes.rate} data-meter={equipment === null || undefined} data-rate={row.key}>
      {equipment && (
        <Pick
          aria-label={t.rates.equipment}
          data={equipment.map((item) => ({ value: item.id, label: item.name }))}
          value={row.equipmentId}
          onChange={(equipmentId) => onChange({ equipmentId })}
        />
      )}
      <MoneyField
        aria-label={`${t.rates.rate}, ${name}`}
        decimals={4}
        value={row.rate}
        onChange={(rate) => onChange({ rate })}
        error={error('rate')}
      />
      <DateField
        aria-label={`${t.rates.from}, ${name}`}
        value={row.from}
        onChange={(from) => onChange({ from })}
        error={error('from')}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t.rates.remove(name, formatBusinessDate(row.from || today()))}
        onClick={onRemove}
      >
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}
