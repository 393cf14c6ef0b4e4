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
  const shown = keysOf(layers).filter(({ rows }) => rows.length > 0);
  return (
    <Popup title={t.keys.title} onClose={close} size="sm">
      <Stack gap="lg">
        {shown.map(({ id, title, rows }) => (
          <Stack key={id} gap={6}>
            <Text size="xs" c="dimmed">
              {title}
            </Text>
            {rows.map(({ label, keys }) => (
              <KeyRow key={keys.join(' ')} label={label} keys={keys} />
            ))}
          </Stack>
        ))}
        <Stack gap={6}>
          <Text size="xs" c="dimmed">
            {t.keys.inForms}
          </Text>
          <KeyRow label={t.keys.moveOn} keys={['Enter']} />
          <KeyRow label={t.keys.cells} keys={['↑ ↓ ← →']} />
        </Stack>
      </Stack>
    </Popup>
  );
}

interface Row {
  label: string;
  keys: string[];
}

/** What each key does here: one that the screen has its own use for does nothing else, and two may do the same. */
function keysOf(layers: readonly KeyLayer[]): { id: string; title: string; rows: Row[] }[] {
  const taken = new Set<string>();
  return layers.map(({ id, isGlobal, bindings }) => {
    const rows: Row[] = [];
    for (const { key, label } of bindings) {
      if (taken.has(key)) continue;
      taken.add(key);
      const same = rows.find((row) => row.label === label);
      if (same) same.keys.push(key);
      else rows.push({ label, keys: [key] });
    }
    return { id, title: isGlobal ? t.keys.everywhere : t.keys.here, rows };
  });
}

function KeyRow({ label, keys }: Row) {
  return (
    <Group justify="space-between">
      <Text size="sm">{label}</Text>
      <Group gap={6}>
        {keys.map((key) => (
          <Kbd key={key}>{key === 'Escape' ? 'Esc' : key}</Kbd>
        ))}
      </Group>
    </Group>
  );
}
