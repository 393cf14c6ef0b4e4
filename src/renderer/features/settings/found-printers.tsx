import { Button, Group, Text } from '@mantine/core';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { useToldCommand } from '../../data/use-told-command.ts';
import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';
import { type Device, onEverySheet } from './printing-form.ts';
import type { Settings } from './settings-form.ts';
import classes from './settings.module.css';

type Found = WireOutput<'printers.list'>['items'][number];

interface Props {
  printers: Settings['printers'];
  onAdded: (device: Device) => void;
}

/** Printers this computer knows and the console does not use yet: one press adds one. */
export function FoundPrinters({ printers, onAdded }: Props) {
  const { data, isPending } = useVerb('printers.list', {});
  const update = useToldCommand('settings.update');
  const { devices, documents } = printers;
  const queues = devices.flatMap(({ address }) => (address.kind === 'system' ? [address.queue] : []));
  const found = data?.items.filter(({ queue }) => !queues.includes(queue)) ?? [];
  if (isPending) return null;
  if (found.length === 0) {
    return devices.length > 0 ? null : (
      <Text size="sm" c="dimmed" mt="xs">
        {data?.trouble ?? t.printers.noneFound}
      </Text>
    );
  }

  const add = async ({ queue, description }: Found) => {
    const taken = new Set(devices.map(({ name }) => name));
    const name = [description, queue].map((each) => each.trim().slice(0, 60)).find((each) => each && !taken.has(each));
    const device: Device = { name: name ?? queue, address: { kind: 'system', queue, tray: null } };
    const changed = { devices: [...devices, device], documents: onEverySheet(documents, device.name) };
    if (await update.run({ printers: changed })) onAdded(device);
  };
  return (
    <section aria-label={t.printers.found}>
      <Text size="xs" c="dimmed" mt="sm" mb={4}>
        {t.printers.found}
      </Text>
      {found.map((printer) => (
        <div key={printer.queue} className={classes.device}>
          <Text size="sm">{printer.description || printer.queue}</Text>
          <Text size="xs" c="dimmed">
            {[printer.queue, ...(printer.isDefault ? [t.printers.usual] : [])].join(' · ')}
          </Text>
          <Group justify="flex-end">
            <Button
              size="compact-sm"
              variant="light"
              aria-label={`${t.printers.use}: ${printer.description || printer.queue}`}
              disabled={update.isRunning}
              onClick={() => void add(printer)}
            >
              {t.printers.use}
            </Button>
          </Group>
        </div>
      ))}
    </section>
  );
}
