import { MoneyField } from '../../ui/money-field.tsx';

interface Props {
  label: string;
  /** The standard price, shown while no other is typed. */
  standard: string | null;
  value: string;
  onChange: (rate: string) => void;
}

/** The price of one: the standard one in grey; typing over it asks for another. Enter passes it by. */
export function RateCell({ label, standard, value, onChange }: Props) {
  return (
    <MoneyField
      size="xs"
      w={86}
      variant={value === '' ? 'unstyled' : 'default'}
      aria-label={label}
      decimals={4}
      placeholder={standard ?? '—'}
      value={value}
      onChange={onChange}
      data-enter-skip
    />
  );
}
