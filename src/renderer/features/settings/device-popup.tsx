import { Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../data/use-command.ts';
import { t } from '../../texts/index.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { textFields } from '../../ui/text-fields.ts';
import { toastDone } from '../../ui/toasts.tsx';
import { DEVICE_KINDS, deviceForm, type DeviceForm, deviceInput, type DeviceText } from './device-form.ts';
import { afterRename, type Device } from './printing-form.ts';
import { QueueField } from './queue-field.tsx';
import { RecordPopup } from './record-popup.tsx';
import type { Settings } from './settings-form.ts';

interface Props {
  /** `null`: a new one. */
  device: Device | null;
  printers: Settings['printers'];
  onClose: () => void;
}

const KINDS = DEVICE_KINDS.map((value) => ({ value, label: t.printers.kinds[value] }));
const ROLL_CHOICES = (['ROLL80', 'ROLL58'] as const).map((value) => ({ value, label: t.printers.papers[value] }));

/** One printer: which it is, and how it is reached. */
export function DevicePopup({ device, printers, onClose }: Props) {
  const [form, setForm] = useState(() => deviceForm(device));
  const update = useCommand('settings.update');
  const at = device === null ? printers.devices.length : printers.devices.findIndex(({ name }) => name === device.name);
  const path = (key: DeviceText | 'kind') =>
    key === 'name' ? `printers.devices.${at}.name` : `printers.devices.${at}.address.${key}`;
  const set = (patch: Partial<DeviceForm>) => setForm((now) => ({ ...now, ...patch }));
  const { text, optionalText, figure } = textFields<DeviceText>({
    values: form,
    labels: t.printers,
    error: (key) => update.fieldError(path(key)),
    put: (key, value) => set({ [key]: value }),
  });

  const save = async () => {
    const next = deviceInput(form);
    const devices = printers.devices.toSpliced(at, 1, next);
    // What was printed on it goes on being printed on it, whatever it is called now.
    const documents = device === null ? {} : { documents: afterRename(printers.documents, device.name, next.name) };
    if (!(await update.run({ printers: { devices, ...documents } }))) return;
    toastDone(t.printers.saved(next.name));
    onClose();
  };

  const shown: ReadonlySet<string> = new Set((['name', ...FIELDS[form.kind]] as const).map(path));
  return (
    <RecordPopup
      title={device ? t.printers.edit(device.name) : t.printers.add}
      size="lg"
      onSave={() => void save()}
      onClose={onClose}
      isRunning={update.isRunning}
      problem={update.problem}
      isOnForm={(wrong) => shown.has(wrong)}
    >
      <ChoiceChips label={t.printers.kind} choices={KINDS} value={form.kind} onChange={(kind) => set({ kind })} />
      <TextInput {...text('name')} description={t.printers.nameHint} maxLength={60} data-autofocus />
      {form.kind === 'system' && (
        <>
          <QueueField
            value={form.queue}
            onChange={(queue) => set({ queue })}
            error={update.fieldError(path('queue'))}
          />
          <TextInput {...optionalText('tray')} />
        </>
      )}
      {form.kind === 'escpos' && (
        <>
          <Group align="flex-start" wrap="nowrap" gap="sm">
            <TextInput {...text('host')} placeholder="192.168.1.50" flex={1} />
            <MoneyField {...figure('port')} decimals={0} w={96} />
          </Group>
          <Text size="xs" c="dimmed" mt={-10}>
            {t.printers.hostHint}
          </Text>
          <Group gap="xl" align="center">
            <ChoiceChips
              label={t.printers.roll}
              choices={ROLL_CHOICES}
              value={form.paper}
              onChange={(paper) => set({ paper })}
            />
            <Stack gap={8}>
              <Checkbox
                label={t.printers.hasChinese}
                checked={form.hasChinese}
                onChange={(event) => set({ hasChinese: event.currentTarget.checked })}
                data-enter-skip
              />
              <Checkbox
                label={t.printers.hasDrawer}
                checked={form.hasDrawer}
                onChange={(event) => set({ hasDrawer: event.currentTarget.checked })}
                data-enter-skip
              />
            </Stack>
          </Group>
        </>
      )}
      {form.kind === 'file' && <TextInput {...text('folder')} description={t.printers.folderHint} />}
    </RecordPopup>
  );
}

const FIELDS = { system: ['queue', 'tray'], escpos: ['host', 'port'], file: ['folder'] } as const;
