import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DEPOT_KINDS } from '../../../shared/contract/catalogue.ts';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { useCommand } from '../../data/use-command.ts';
import { t } from '../../texts/index.ts';
import { Pick } from '../../ui/pick.tsx';
import { textFields } from '../../ui/text-fields.ts';
import { toastDone } from '../../ui/toasts.tsx';
import type { RecordForm } from './record-list.tsx';
import { RecordPopup } from './record-popup.tsx';

type Depot = WireOutput<'depots.get'>;
type TextKey = 'code' | 'name' | 'address';

const ON_FORM = new Set(['code', 'name', 'address', 'kind']);
const KINDS = DEPOT_KINDS.map((value) => ({ value, label: t.catalogue.kinds[value] }));

export function DepotPopup({ record: depot, onClose }: RecordForm<Depot>) {
  const [form, setForm] = useState({
    code: depot?.code ?? '',
    name: depot?.name ?? '',
    address: depot?.address ?? '',
    kind: depot?.kind ?? ('OWN' as const),
    isActive: depot?.isActive ?? true,
  });
  const create = useCommand('depots.create');
  const update = useCommand('depots.update');
  const command = depot ? update : create;
  const set = (patch: Partial<typeof form>) => setForm((now) => ({ ...now, ...patch }));
  const { text, optionalText } = textFields<TextKey>({
    values: form,
    labels: t.catalogue,
    error: command.fieldError,
    put: (key, value) => set({ [key]: value }),
  });
  const save = async () => {
    const { isActive, ...fields } = form;
    const saved = depot ? await update.run({ id: depot.id, ...fields, isActive }) : await create.run(fields);
    if (!saved) return;
    toastDone(t.catalogue.saved(saved.name));
    onClose();
  };
  return (
    <RecordPopup
      title={depot ? depot.name : t.catalogue.addDepot}
      onSave={() => void save()}
      onClose={onClose}
      isRunning={command.isRunning}
      problem={command.problem}
      isOnForm={(path) => ON_FORM.has(path)}
      aside={
        depot && (
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
      <TextInput {...optionalText('address')} />
      <Pick
        label={t.catalogue.kind}
        data={KINDS}
        value={form.kind}
        onChange={(kind) => set({ kind: kind ?? form.kind })}
        error={command.fieldError('kind')}
      />
    </RecordPopup>
  );
}
