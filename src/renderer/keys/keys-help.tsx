import { Group, Kbd, Stack, Text } from '@mantine/core';
import { create } from 'zustand';
import { t } from '../texts/index.ts';
import { Popup } from '../ui/popup.tsx';
import { hearingLayers, type KeyLayer, useKeyLayers } from './key-registry.ts';

const useHelp = create<{ layers: readonly KeyLayer[] | null }>(() => ({ layers: null }));

/** Remembers what was listening when it was asked for: its own popup listens to nothing. */
export function showKeys(): void {
  useHelp.setState({ layers: hearingLayers(useKeyLayers.getState().layers) });
}

/** `?`: the keys of this screen, read from what is really bound. */
export function KeysHelp() {
  const layers = useHelp((help) => help.layers);
  const close = () => useHelp.setState({ layers: null });
  if (layers === null) return null;
  const shown = layers.filter((layer) => layer.bindings.length > 0);
  return (
    <Popup title={t.keys.title} onClose={close} size="sm">
      <Stack gap="lg">
        {shown.map((layer) => (
          <Stack key={layer.id} gap={6}>
            <Text size="xs" c="dimmed">
              {layer.isGlobal ? t.keys.everywhere : t.keys.here}
            </Text>
            {layer.bindings.map((binding) => (
              <KeyRow key={binding.key} label={binding.label} keys={binding.key} />
            ))}
          </Stack>
        ))}
        <Stack gap={6}>
          <Text size="xs" c="dimmed">
            {t.keys.inForms}
          </Text>
          <KeyRow label={t.keys.moveOn} keys="Enter" />
          <KeyRow label={t.keys.cells} keys="↑ ↓ ← →" />
        </Stack>
      </Stack>
    </Popup>
  );
}

function KeyRow({ label, keys }: { label: string; keys: string }) {
  return (
    <Group justify="space-between">
      <Text size="sm">{label}</Text>
      <Kbd>{keys === 'Escape' ? 'Esc' : keys}</Kbd>
    </Group>
  );
}
