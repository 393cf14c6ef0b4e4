import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { formatBusinessDate } from '../../shared/dates.ts';
import { parseTypedDate } from '../parse-date.ts';
import { t } from '../texts/index.ts';
import { today } from '../today.ts';

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** `YYYY-MM-DD`, or empty: no limit. */
  value: string;
  onChange: (value: string) => void;
}

/** One end of a span of days, typed in short like every date: `20`, `20/1`, `20 jan`. Empty is no end. */
export function DateFilter({ value, onChange, ...input }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && typed.trim() !== '' && parseTypedDate(typed, today()) === null;
  const take = () => {
    if (typed === null || isWrong) return;
    onChange(parseTypedDate(typed, today()) ?? '');
    setTyped(null);
  };
  return (
    <TextInput
      w={132}
      {...input}
      value={typed ?? (value && formatBusinessDate(value))}
      error={isWrong ? t.words.notADate : undefined}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      // Half a date must not narrow the list: it is taken when it is done.
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
