import { Button, Checkbox, Group, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { PAYMENT_TYPES } from '../../../shared/contract/customers.ts';
import { MANAGERS } from '../../../shared/roles.ts';
import { beyondFields } from '../../api-problem.ts';
import { useCommand } from '../../data/use-command.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { focusFirstWrong } from '../../keys/focus.ts';
import { useUser } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { Popup } from '../../ui/popup.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { contactInput, type Customer, customerForm, type CustomerForm, termsInput } from './customer-form.ts';
import { KeyHint } from '../../ui/key-hint.tsx';

interface Props {
  /** `null`: a new one. */
  customer: Customer | null;
  onSaved: (customer: Customer) => void;
  onClose: () => void;
}

type TextField = { [F in keyof CustomerForm]: CustomerForm[F] extends string ? F : never }[keyof CustomerForm];

export function CustomerPopup({ customer, onSaved, onClose }: Props) {
  const [form, setForm] = useState(() => customerForm(customer));
  const isManager = MANAGERS.includes(useUser().role);
  const create = useCommand('customers.create');
  const update = useCommand('customers.update');
  const command = customer ? update : create;
  const scope = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (command.problem !== null) focusFirstWrong(scope.current);
  }, [command.problem]);

  const save = async () => {
    if (command.isRunning) return;
    const fields = { ...contactInput(form), ...(isManager ? termsInput(form) : {}) };
    const baseline = form.isMeterInstalled && form.lastMeterReading !== '' ? form.lastMeterReading : null;
    const saved = customer
      ? await update.run({ id: customer.id, ...fields })
      : await create.run({ ...fields, ...(isManager ? { lastMeterReading: baseline } : {}) });
    if (saved) onSaved(saved);
  };
  const set = (patch: Partial<CustomerForm>) => setForm((now) => ({ ...now, ...patch }));
  const text = (field: TextField, isOptional = false) => ({
    label: t.customers.fields[field],
    ...(isOptional ? { placeholder: t.words.optional } : {}),
    value: form[field],
    error: command.fieldError(field),
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
  });
  const figure = (field: TextField) => ({
    ...text(field, true),
    onChange: (value: string) => set({ [field]: value }),
  });

  return (
    <Popup
      onScan={form.isMeterInstalled ? (meterNumber) => set({ meterNumber }) : undefined}
      title={customer ? `${customer.name} · ${customer.code}` : t.customers.add}
      size="lg"
      onClose={onClose}
      keys={[{ key: 'F9', label: t.actions.save, run: () => void save() }]}
    >
      <EnterMovesOn ref={scope} onEnd={() => void save()}>
        <Stack>
          <SimpleGrid cols={2} verticalSpacing="xs">
            <TextInput {...text('name')} data-autofocus />
            <TextInput {...text('code')} />
            <TextInput {...text('phone', true)} />
            <TextInput {...text('email', true)} />
            <TextInput {...text('address')} />
            <TextInput {...text('postalCode')} inputMode="numeric" maxLength={6} />
            <TextInput {...text('siteAddress', true)} />
            <TextInput {...text('sitePostalCode', true)} inputMode="numeric" maxLength={6} />
            <TextInput {...text('uen', true)} />
            {isManager && <MoneyField {...figure('siteCylinderLimit')} decimals={0} />}
          </SimpleGrid>
          {isManager ? (
            <>
              <Group justify="space-between">
                <SegmentedControl
                  size="sm"
                  aria-label={t.customers.paymentType}
                  data={PAYMENT_TYPES.map((value) => ({ value, label: t.paymentTypes[value] }))}
                  value={form.paymentType}
                  onChange={(paymentType) => set({ paymentType })}
                  data-enter-skip
                />
                <Checkbox
                  label={t.customers.hasMeter}
                  checked={form.isMeterInstalled}
                  onChange={(event) => set({ isMeterInstalled: event.currentTarget.checked })}
                  data-enter-skip
                />
              </Group>
              <SimpleGrid cols={3} verticalSpacing="xs">
                {form.paymentType === 'CREDIT' && <MoneyField {...figure('creditLimit')} />}
                {form.paymentType === 'CREDIT' && <MoneyField {...figure('termsDays')} decimals={0} />}
                {form.isMeterInstalled && <TextInput {...text('meterNumber', true)} />}
                {form.isMeterInstalled && <MoneyField {...figure('meterDigits')} decimals={0} />}
                {form.isMeterInstalled && <MoneyField {...figure('meterRate')} decimals={4} />}
                {form.isMeterInstalled && !customer && <MoneyField {...figure('lastMeterReading')} decimals={3} />}
              </SimpleGrid>
            </>
          ) : (
            <Text size="sm" c="dimmed">
              {t.customers.termsHint}
            </Text>
          )}
          <ProblemNote problem={beyondFields(command.problem, (path) => path in form)} />
          <Group justify="flex-end">
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
