import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type Ref, useState } from 'react';
import { flushSync } from 'react-dom';
import type { WireInput } from '../../../shared/contract/index.ts';
import { ask } from '../../data/ask.ts';
import type { FoundCustomer } from '../../data/find-scanned.ts';
import { useVerb } from '../../data/use-verb.ts';
import { focusNext } from '../../keys/focus.ts';
import { holdTyping } from '../../keys/type-ahead.ts';
import { FIRST_IS_TAKEN } from '../../ui/first-is-taken.ts';
import { t } from '../../texts/index.ts';
import { CustomerOption } from './customer-option.tsx';
import { rankCustomers } from './rank-customers.ts';
import type { SaleCustomer } from './sale-draft.ts';

interface Props {
  customer: SaleCustomer | null;
  onChoose: (customer: SaleCustomer) => void;
  error: string | undefined;
  ref?: Ref<HTMLInputElement>;
}

const SHOWN = 8;
/** Asked for, so that the best of them can be offered first. */
const RANKED = 40;
const GOOD_FOR = 5_000;

const searchFor = (text: string): WireInput<'customers.list'> => ({
  ...(text === '' ? {} : { search: text }),
  limit: RANKED,
  isActive: true,
});

/** @throws {ApiProblem} */
async function firstFor(typed: string): Promise<FoundCustomer | undefined> {
  const { items } = await ask('customers.list', searchFor(typed), GOOD_FOR);
  return rankCustomers(items, typed)[0];
}

/** Any part of a name, code, phone, address or meter number; Enter takes the first and goes on to the goods. */
export function CustomerSearch({ customer, onChoose, error, ref }: Props) {
  const label = customer ? `${customer.name} · ${customer.code}` : '';
  const [text, setText] = useState<string | null>(null);
  const [search] = useDebouncedValue(text?.trim() ?? '', 120);
  const { data, isPlaceholderData } = useVerb('customers.list', text === null ? null : searchFor(search), {
    keep: true,
  });
  const rows = text === null ? [] : rankCustomers(data?.items ?? [], search).slice(0, SHOWN);
  // The rows answer what is typed, not what was typed before.
  const isCurrent = text !== null && text.trim() === search && data !== undefined && !isPlaceholderData;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  // The first one is most likely chosen: the card, which tells where counting starts, is there by then.
  useVerb('customers.account', isCurrent && rows[0] ? { id: rows[0].id } : null, { goodFor: GOOD_FOR });

  const choose = async (row: FoundCustomer) => {
    await ask('customers.account', { id: row.id }, GOOD_FOR).catch(() => undefined);
    // At once, with the customer's meter in its place: the next key belongs to the next field.
    flushSync(() => {
      onChoose(row);
      setText(null);
      combobox.closeDropdown();
    });
    if (document.activeElement) focusNext(document.activeElement);
  };
  /** Fast fingers are ahead of the answer: what they type meanwhile goes where the choice leads. */
  const take = async (row?: FoundCustomer) => {
    const release = holdTyping();
    try {
      const found = row ?? (await firstFor(text?.trim() ?? ''));
      if (found) await choose(found);
    } catch {
      // The host is away, which is told elsewhere: what is typed stays.
    } finally {
      release();
    }
  };

  return (
    <Combobox
      store={combobox}
      transitionProps={{ duration: 0 }}
      shadow="md"
      onOptionSubmit={(value) => void take(rows.find(({ id }) => String(id) === value))}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={ref}
          flex={1}
          label={t.words.customer}
          placeholder={t.sale.searchHint}
          leftSection={text !== null && !isCurrent ? <Loader size={14} /> : <IconSearch size={16} aria-hidden />}
          value={text ?? label}
          error={error}
          autoFocus
          data-customer-search
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            // A code was read while the focus was here: what stood here stands here again.
            const isAsBefore = typed === label;
            setText(isAsBefore ? null : typed);
            combobox.resetSelectedOption();
            if (isAsBefore) combobox.closeDropdown();
            else combobox.openDropdown();
          }}
          onBlur={() => {
            setText(null);
            combobox.closeDropdown();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || text === null || combobox.getSelectedOptionIndex() > 0) return;
            event.preventDefault();
            void take(isCurrent ? rows[0] : undefined);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text === null}>
        <Combobox.Options aria-label={t.words.customer} {...FIRST_IS_TAKEN}>
          {rows.map((row) => (
            <CustomerOption key={row.id} row={row} />
          ))}
          {isCurrent && rows.length === 0 && <Combobox.Empty>{t.sale.noCustomer}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
