import { Combobox, Group, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type Ref, useEffect, useEffectEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatMoney } from '../../format.ts';
import { focusNext } from '../../keys/focus.ts';
import { t } from '../../texts/index.ts';
import type { SaleCustomer } from './sale-draft.ts';

type Row = WireOutput<'customers.list'>['items'][number];

interface Props {
  customer: SaleCustomer | null;
  onChoose: (customer: SaleCustomer) => void;
  error: string | undefined;
  ref?: Ref<HTMLInputElement>;
}

const SHOWN = 8;

/** Any part of a name, code, phone, address or meter number; Enter takes the first and goes on to the goods. */
export function CustomerSearch({ customer, onChoose, error, ref }: Props) {
  const [text, setText] = useState<string | null>(null);
  const [search] = useDebouncedValue(text?.trim() ?? '', 120);
  const { data, isPlaceholderData } = useVerb(
    'customers.list',
    text === null ? null : { ...(search === '' ? {} : { search }), limit: SHOWN, isActive: true },
    { keep: true },
  );
  const rows = text === null ? [] : (data?.items ?? []);
  // The rows answer what is typed, not what was typed before.
  const isCurrent = text !== null && text.trim() === search && data !== undefined && !isPlaceholderData;
  // Fast fingers press Enter before the answer is there: it is taken when it comes.
  const [isAwaited, setAwaited] = useState(false);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });

  const choose = (row: Row | undefined) => {
    if (!row) return;
    const { id, name, code, paymentType, isMeterInstalled } = row;
    // At once, with the customer's meter in its place: the next key belongs to the next field.
    flushSync(() => {
      onChoose({ id, name, code, paymentType, isMeterInstalled });
      setText(null);
      setAwaited(false);
      combobox.closeDropdown();
    });
    if (document.activeElement) focusNext(document.activeElement);
  };

  const first = rows[0];
  const takeFirst = useEffectEvent(() => choose(first));
  useEffect(() => {
    if (!isAwaited || !isCurrent) return undefined;
    // Outside of React's own work, which cannot be flushed from within.
    const timer = setTimeout(() => takeFirst());
    return () => clearTimeout(timer);
  }, [isAwaited, isCurrent]);

  return (
    <Combobox
      store={combobox}
      transitionProps={{ duration: 0 }}
      shadow="md"
      onOptionSubmit={(value) => choose(rows.find(({ id }) => String(id) === value))}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={ref}
          flex={1}
          label={t.words.customer}
          placeholder={t.sale.searchHint}
          leftSection={text !== null && !isCurrent ? <Loader size={14} /> : <IconSearch size={16} aria-hidden />}
          value={text ?? (customer ? `${customer.name} · ${customer.code}` : '')}
          error={error}
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAwaited(false);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onBlur={() => {
            setText(null);
            setAwaited(false);
            combobox.closeDropdown();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || text === null || combobox.getSelectedOptionIndex() > 0) return;
            event.preventDefault();
            if (isCurrent) choose(rows[0]);
            else setAwaited(true);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text === null}>
        <Combobox.Options aria-label={t.words.customer}>
          {rows.map((row) => (
            <Combobox.Option key={row.id} value={String(row.id)}>
              <Group justify="space-between" wrap="nowrap" gap="xl">
                <div>
                  <Text size="sm" fw={500}>
                    {row.name}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {[row.code, row.phone, row.address].filter(Boolean).join(' · ')}
                  </Text>
                </div>
                <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
                  {formatMoney(row.balance)}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
          {isCurrent && rows.length === 0 && <Combobox.Empty>{t.sale.noCustomer}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
