import { Combobox, Group, ScrollArea, Text, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { create } from 'zustand';
import { placeOf } from '../../data/find-scanned.ts';
import { lookUp } from '../../data/look-up.ts';
import { FIRST_IS_TAKEN } from '../../ui/first-is-taken.ts';
import { holdTyping } from '../../keys/type-ahead.ts';
import { useSession, useUser } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Popup } from '../../ui/popup.tsx';
import { firstPlace, usePlaces } from './places.ts';

const useOpen = create<{ isOpen: boolean }>(() => ({ isOpen: false }));

export function openAnywhere(): void {
  useOpen.setState({ isOpen: true });
}

const close = () => useOpen.setState({ isOpen: false });
// Nobody comes back to a lock to go on searching.
useSession.subscribe(({ phase }) => {
  if (phase !== 'signedIn') close();
});

/** Ctrl+K: a few letters and Enter, to any screen, customer or document. */
export function GoAnywhere() {
  const isOpen = useOpen((anywhere) => anywhere.isOpen);
  return isOpen ? <Palette /> : null;
}

function Palette() {
  const [, go] = useLocation();
  const { role } = useUser();
  const [text, setText] = useState('');
  const { groups, isCurrent } = usePlaces(text);
  const combobox = useCombobox({ opened: true });
  const leave = (path: string) => {
    close();
    go(path);
  };
  const takeFirst = async () => {
    const release = holdTyping();
    const first = await firstPlace(text, role).catch(() => undefined);
    if (first) leave(first.path);
    release(false);
  };
  return (
    <Popup
      title={t.anywhere.title}
      onClose={close}
      size="lg"
      isAtTop
      onScan={(code) => lookUp(code, (found) => leave(placeOf(found).path))}
    >
      <Combobox store={combobox} withinPortal={false} onOptionSubmit={leave}>
        <Combobox.EventsTarget>
          <TextInput
            aria-label={t.anywhere.title}
            placeholder={t.anywhere.hint}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={text}
            data-autofocus
            onChange={(event) => {
              setText(event.currentTarget.value);
              combobox.resetSelectedOption();
            }}
            onKeyDown={(event) => {
              // The list is always open here: Esc is the popup's.
              if (event.key === 'Escape') close();
              if (event.key !== 'Enter' || combobox.getSelectedOptionIndex() >= 0) return;
              event.preventDefault();
              void takeFirst();
            }}
          />
        </Combobox.EventsTarget>
        <ScrollArea.Autosize mah={420} mt="xs" type="auto">
          <Combobox.Options aria-label={t.anywhere.title} {...FIRST_IS_TAKEN}>
            {groups.map((group) => (
              <Combobox.Group key={group.label} label={group.label}>
                {group.places.map(({ path, label, note }) => (
                  <Combobox.Option key={`${label}:${path}`} value={path}>
                    <Group justify="space-between" wrap="nowrap">
                      <Text size="sm" truncate>
                        {label}
                      </Text>
                      <Text size="xs" c="dimmed" truncate>
                        {note}
                      </Text>
                    </Group>
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            ))}
            {isCurrent && groups.length === 0 && <Combobox.Empty>{t.anywhere.nothing}</Combobox.Empty>}
          </Combobox.Options>
        </ScrollArea.Autosize>
      </Combobox>
    </Popup>
  );
}
