import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type Ref, useState } from 'react';
import { enterList } from '../keys/enter-list.ts';
import { t } from '../texts/index.ts';

interface Props {
  placeholder: string;
  value: string;
  onSearch: (search: string) => void;
  ref?: Ref<HTMLInputElement>;
  isFirst?: boolean;
  width?: number;
}

/** Searches while one types, a moment behind the fingers. Down goes into the list below. */
export function SearchField({ placeholder, value, onSearch, ref, isFirst, width = 330 }: Props) {
  const [text, setText] = useState(value);
  const search = useDebouncedCallback(onSearch, 180);
  return (
    <TextInput
      ref={ref}
      w={width}
      type="search"
      aria-label={t.actions.search}
      placeholder={placeholder}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      autoFocus={isFirst}
      onChange={(event) => {
        setText(event.currentTarget.value);
        search(event.currentTarget.value.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        search.flush();
        enterList();
      }}
    />
  );
}
