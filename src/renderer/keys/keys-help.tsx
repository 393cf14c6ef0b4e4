import { Group, Kbd, SimpleGrid, Stack, Text } from '@mantine/core';
import { create } from 'zustand';
import { useVerb } from '../data/use-verb.ts';
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
  const [everywhere, here] = [shown.filter(({ isGlobal }) => isGlobal), shown.filter(({ isGlobal }) => !isGlobal)];
  return (
    <Popup title={t.keys.title} onClose={close} size="xl">
      <SimpleGrid cols={2} spacing={40}>
        <Stack gap="lg">
          {here.map(({ id, rows }) => (
            <Keys key={id} title={t.keys.here} rows={rows} />
          ))}
          <Keys title={t.keys.inForms} rows={IN_FORMS} />
        </Stack>
        <Stack gap="lg">
          {everywhere.map(({ id, rows }) => (
            <Keys key={id} title={t.keys.everywhere} rows={rows} />
          ))}
          <Version />
        </Stack>
      </SimpleGrid>
    </Popup>
  );
}

interface Row {
  label: string;
  keys: string[];
}

const IN_FORMS: readonly Row[] = [
  { label: t.keys.moveOn, keys: ['Enter'] },
  { label: t.keys.cells, keys: ['↑ ↓ ← →'] },
  { label: t.keys.ends, keys: ['Home', 'End'] },
  { label: t.keys.choose, keys: ['Space'] },
  { label: t.keys.chooseRange, keys: ['Shift+↑ ↓'] },
  { label: t.keys.chooseAll, keys: ['Ctrl+A'] },
];

function Keys({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <Stack gap={6}>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      {rows.map(({ label, keys }) => (
        <KeyRow key={keys.join(' ')} label={label} keys={keys} />
      ))}
    </Stack>
  );
}

/** What each key does here: one that the screen has its own use for does nothing else, and two may do the same. */
function keysOf(layers: readonly KeyLayer[]): { id: string; isGlobal: boolean; rows: Row[] }[] {
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
    return { id, isGlobal, rows };
  });
}

function KeyRow({ label, keys }: Row) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{label}</Text>
      <Group gap={6}>
        {keys.map((key) => (
          <Kbd key={key}>{onTheKey(key)}</Kbd>
        ))}
      </Group>
    </Group>
  );
}

const SIGNS: readonly (readonly [name: string, sign: string])[] = [
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
  ['Escape', 'Esc'],
];

/** As it stands on the keyboard. */
function onTheKey(key: string): string {
  return SIGNS.reduce((text, [name, sign]) => text.replace(name, sign), key);
}

/** What program this is, for whoever is asked on the telephone. */
function Version() {
  const { data } = useVerb('system.health', {});
  if (data === undefined) return null;
  return (
    <Text size="xs" c="dimmed">
      {t.session.product} {data.version}
    </Text>
  );
}
