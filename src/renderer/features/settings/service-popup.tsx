import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { SERVICE_TAX_CATEGORIES } from '../../../shared/contract/catalogue.ts';
import type { Service } from '../../data/catalogue.ts';
import { useCommand } from '../../data/use-command.ts';
import { t } from '../../texts/index.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { Pick } from '../../ui/pick.tsx';
import { textFields } from '../../ui/text-fields.ts';
import { toastDone } from '../../ui/toasts.tsx';
import type { RecordForm } from './record-list.tsx';
import { RecordPopup } from './record-popup.tsx';

type TextKey = 'code' | 'name' | 'price';

const TAXES = SERVICE_TAX_CATEGORIES.map((value) => ({ value, label: t.catalogue.taxes[value] }));

export function ServicePopup({ record: service, onClose }: RecordForm<Service>) {
  const [form, setForm] = useState({
    code: service?.code ?? '',
    name: service?.name ?? '',
    price: service?.price ?? '',
    taxCategory: SERVICE_TAX_CATEGORIES.find((category) => category === service?.taxCategory) ?? ('SR' as const),
    isActive: service?.isActive ?? true,
  });
  const create = useCommand('services.create');
  const update = useCommand('services.update');
  const command = service ? update : create;
  const set = (patch: Partial<typeof form>) => setForm((now) => ({ ...now, ...patch }));
  const { text, figure } = textFields<TextKey>({
    values: form,
    labels: t.catalogue,
    error: command.fieldError,
    put: (key, value) => set({ [key]: value }),
  });
  const save = async () => {
    const { isActive, ...fields } = form;
    const saved = service ? await update.run({ id: service.id, ...fields, isActive }) : await create.run(fields);
    if (!saved) return;
    toastDone(t.catalogue.saved(saved.name));
    onClose();
  };
  return (
    <RecordPopup
      title={service ? service.name : t.catalogue.addService}
      onSave={() => void save()}
      onClose={onClose}
      isRunning={command.isRunning}
      problem={command.problem}
      isOnForm={(path) => path in form}
      aside={
        service && (
          <Checkbox
            label={t.settings.isActive}
            checked={form.isActive}
            onChange={(event) => set({ isActive: event.currentTarget.checked })}
            data-enter-skip
          />
        )
      }
    >
      <TextInput {...text('name')} data-autofocus />
      <TextInput {...text('code')} maxLength={20} />
      <MoneyField {...figure('price')} />
      <Pick
        label={t.catalogue.tax}
        data={TAXES}
        value={form.taxCategory}
        onChange={(taxCategory) => set({ taxCategory: taxCategory ?? form.taxCategory })}
        error={command.fieldError('taxCategory')}
      />
    </RecordPopup>
  );
}
