import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { formatBusinessDate } from '../../shared/dates.ts';
import { parseTypedDate } from '../parse-date.ts';
import { t } from '../texts/index.ts';
import { today } from '../today.ts';

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** `YYYY-MM-DD`, or empty for today. */
  value: string;
  onChange: (value: string) => void;
}

/** A business date, shown as on paper and typed in short: `20`, `20/1`, `20 jan`. Empty is today. */
export function DateField({ value, onChange, error, ...input }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const now = today();
  const isWrong = typed !== null && typed.trim() !== '' && parseTypedDate(typed, now) === null;
  // Taken at once, not on leaving: F9 may be the next key.
  const type = (text: string) => {
    setTyped(text);
    const date = text.trim() === '' ? now : parseTypedDate(text, now);
    if (date !== null) onChange(date === now ? '' : date);
  };
  return (
    <TextInput
      {...input}
      value={typed ?? formatBusinessDate(value || now)}
      error={isWrong ? t.words.notADate : error}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}
