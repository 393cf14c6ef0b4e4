import { Button, Group, Stack, Text } from '@mantine/core';
import { useCommand } from '../../data/use-command.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Popup } from '../../ui/popup.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { afterRename, type Device, documentsOn } from './printing-form.ts';
import type { Settings } from './settings-form.ts';

interface Props {
  device: Device;
  printers: Settings['printers'];
  onClose: () => void;
}

/** Says what will not be printed any more before a printer is taken away. */
export function RemoveDevicePopup({ device: { name }, printers, onClose }: Props) {
  const update = useCommand('settings.update');
  const used = documentsOn(printers.documents, name).map((document) => t.printers.types[document]);
  const remove = async () => {
    const devices = printers.devices.filter((device) => device.name !== name);
    const documents = afterRename(printers.documents, name, null);
    if (!(await update.run({ printers: { devices, documents } }))) return;
    toastDone(t.printers.removed(name));
    onClose();
  };
  return (
    <Popup
      title={t.printers.remove(name)}
      onClose={onClose}
      size="sm"
      keys={[{ key: 'F9', label: t.actions.remove, run: () => void remove() }]}
    >
      <Stack>
        <Text size="sm">
          {used.length === 0 ? t.printers.removeUnused(name) : t.printers.removeUsed(name, used.join(', '))}
        </Text>
        <ProblemNote problem={update.problem} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t.actions.cancel}
          </Button>
          <Button
            color="red"
            onClick={() => void remove()}
            loading={update.isRunning}
            rightSection={<KeyHint>F9</KeyHint>}
          >
            {t.actions.remove}
          </Button>
        </Group>
      </Stack>
    </Popup>
  );
}
