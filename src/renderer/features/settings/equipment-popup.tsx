import { Checkbox, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { EQUIPMENT_TYPES } from '../../../shared/contract/catalogue.ts';
import type { Equipment } from '../../data/catalogue.ts';
import { useCommand } from '../../data/use-command.ts';
import { t } from '../../texts/index.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { Pick } from '../../ui/pick.tsx';
import { countOrNull, orNull, textFields } from '../../ui/text-fields.ts';
import { toastDone } from '../../ui/toasts.tsx';
import type { RecordForm } from './record-list.tsx';
import { RecordPopup } from './record-popup.tsx';

type TextKey = 'name' | 'sku' | 'weightKg' | 'listPrice' | 'deposit' | 'reorderLevel' | 'barcode';

const TYPES = EQUIPMENT_TYPES.map((value) => ({ value, label: t.catalogue.types[value] }));

function equipmentForm(item: Equipment | null) {
  return {
    name: item?.name ?? '',
    sku: item?.sku ?? '',
    equipmentType: item?.equipmentType ?? ('CYLINDER' as const),
    weightKg: item?.weightKg ?? '',
    listPrice: item?.listPrice ?? '',
    deposit: item?.deposit ?? '',
    reorderLevel: item?.reorderLevel == null ? '' : String(item.reorderLevel),
    barcode: item?.barcode ?? '',
    isActive: item?.isActive ?? true,
  };
}

export function EquipmentPopup({ record: item, onClose }: RecordForm<Equipment>) {
  const [form, setForm] = useState(() => equipmentForm(item));
  const create = useCommand('equipment.create');
  const update = useCommand('equipment.update');
  const command = item ? update : create;
  const set = (patch: Partial<typeof form>) => setForm((now) => ({ ...now, ...patch }));
  const { text, optionalText, optionalFigure } = textFields<TextKey>({
    values: form,
    labels: t.catalogue,
    error: command.fieldError,
    put: (key, value) => set({ [key]: value }),
  });
  const save = async () => {
    const fields = {
      name: form.name,
      sku: form.sku,
      equipmentType: form.equipmentType,
      weightKg: orNull(form.weightKg),
      listPrice: orNull(form.listPrice),
      deposit: orNull(form.deposit),
      reorderLevel: countOrNull(form.reorderLevel),
      barcode: orNull(form.barcode),
      isActive: form.isActive,
    };
    const saved = item ? await update.run({ id: item.id, ...fields }) : await create.run(fields);
    if (!saved) return;
    toastDone(t.catalogue.saved(saved.name));
    onClose();
  };
  return (
    <RecordPopup
      title={item ? item.name : t.catalogue.addEquipment}
      size="lg"
      onSave={() => void save()}
      onScan={(barcode) => set({ barcode })}
      onClose={onClose}
      isRunning={command.isRunning}
      problem={command.problem}
      isOnForm={(path) => path in form}
      aside={
        item && (
          <Checkbox
            label={t.settings.isActive}
            checked={form.isActive}
            onChange={(event) => set({ isActive: event.currentTarget.checked })}
            data-enter-skip
          />
        )
      }
    >
      <SimpleGrid cols={2} verticalSpacing="sm">
        <TextInput {...text('name')} data-autofocus />
        <TextInput {...text('sku')} />
        <Pick
          label={t.catalogue.type}
          data={TYPES}
          value={form.equipmentType}
          onChange={(type) => set({ equipmentType: type ?? form.equipmentType })}
          error={command.fieldError('equipmentType')}
        />
        <MoneyField {...optionalFigure('weightKg')} />
        <MoneyField {...optionalFigure('listPrice')} />
        <MoneyField {...optionalFigure('deposit')} />
        <MoneyField {...optionalFigure('reorderLevel')} decimals={0} />
        <TextInput {...optionalText('barcode')} />
      </SimpleGrid>
    </RecordPopup>
  );
}
