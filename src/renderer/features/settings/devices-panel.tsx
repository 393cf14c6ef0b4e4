import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useVerb } from '../../data/use-verb.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';
import { DevicePopup } from './device-popup.tsx';
import { deviceWords } from './device-words.ts';
import { FoundPrinters } from './found-printers.tsx';
import type { Device } from './printing-form.ts';
import { RemoveDevicePopup } from './remove-device-popup.tsx';
import type { Settings } from './settings-form.ts';
import classes from './settings.module.css';
import { TestPrintPopup } from './test-print-popup.tsx';

interface Open {
  popup: 'edit' | 'test' | 'remove';
  /** `null`: a new one. */
  device: Device | null;
}

/** Printers with how they are, each with its test. Adding and changing one is saved at once. */
export function DevicesPanel({ printers }: { printers: Settings['printers'] }) {
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const add = () => setOpen({ popup: 'edit', device: null });
  useKeys('screen', [{ key: 'Insert', label: t.printers.add, run: add }]);
  const { devices, documents } = printers;
  return (
    <Panel
      p="lg"
      title={t.printers.devices}
      aside={
        <Button size="compact-sm" variant="light" onClick={add} rightSection={<KeyHint>Ins</KeyHint>} autoFocus>
          {t.printers.add}
        </Button>
      }
    >
      {devices.length === 0 && (
        <Text size="sm" c="dimmed">
          {t.printers.noneHint}
        </Text>
      )}
      {devices.map((device) => (
        <div key={device.name} className={classes.device}>
          <div>
            <Text size="sm" fw={600}>
              {device.name}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {deviceWords(device)}
            </Text>
          </div>
          <DeviceStatus name={device.name} />
          <Group gap={6} wrap="nowrap">
            <DeviceButton label={t.printers.test} of={device} onClick={() => setOpen({ popup: 'test', device })} />
            <DeviceButton label={t.actions.edit} of={device} onClick={() => setOpen({ popup: 'edit', device })} />
            <DeviceButton label={t.actions.remove} of={device} onClick={() => setOpen({ popup: 'remove', device })} />
          </Group>
        </div>
      ))}
      <FoundPrinters printers={printers} onAdded={(device) => setOpen({ popup: 'test', device })} />
      {open?.popup === 'edit' && <DevicePopup device={open.device} printers={printers} onClose={close} />}
      {open?.popup === 'test' && open.device && (
        <TestPrintPopup device={open.device} documents={documents} onClose={close} />
      )}
      {open?.popup === 'remove' && open.device && (
        <RemoveDevicePopup device={open.device} printers={printers} onClose={close} />
      )}
    </Panel>
  );
}

function DeviceButton({ label, of, onClick }: { label: string; of: Device; onClick: () => void }) {
  return (
    <Button size="compact-sm" variant="default" aria-label={`${label}: ${of.name}`} onClick={onClick}>
      {label}
    </Button>
  );
}

const ASK_EVERY_MS = 15_000;
const TONES = { ready: 'done', stopped: 'attention', unreachable: 'attention', unknown: 'quiet' } as const;

/** What the printer says of itself, in its own words. */
function DeviceStatus({ name }: { name: string }) {
  const { data: status, error } = useVerb('printers.status', { printer: name }, { every: ASK_EVERY_MS });
  const tone: Tone = status ? TONES[status.state] : 'quiet';
  return (
    <div>
      <StatusBadge tone={tone}>{status ? t.printers.states[status.state] : t.printers.asking}</StatusBadge>
      <Text size="xs" c="dimmed" lineClamp={2} mt={2}>
        {status?.words ?? error?.message}
      </Text>
    </div>
  );
}
