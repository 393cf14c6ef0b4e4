import { TextInput, type TextInputProps } from '@mantine/core';
import { parseCents, formatCents } from '../../shared/money.ts';

export interface MoneyFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string;
  onChange: (value: string) => void;
  /** Meter rates and readings have more decimals than money. */
  decimals?: number;
}

/** An amount as text, never a float. Takes digits and one point; a comma is a point; filled to two decimals on leaving. */
export function MoneyField({ value, onChange, decimals = 2, onBlur, ...input }: MoneyFieldProps) {
  const pattern = new RegExp(`^\\d{0,9}(\\.\\d{0,${decimals}})?$`);
  return (
    <TextInput
      {...input}
      value={value}
      inputMode="decimal"
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const text = event.currentTarget.value.replace(',', '.').trim();
        if (pattern.test(text)) onChange(text);
      }}
      onBlur={(event) => {
        const parsed = decimals === 2 ? parseCents(value.replace(/\.$/, '')) : null;
        if (parsed !== null) onChange(formatCents(parsed));
        onBlur?.(event);
      }}
    />
  );
}
