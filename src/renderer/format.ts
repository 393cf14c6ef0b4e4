import { addCents, type Cents, formatCents, parseCents } from '../shared/money.ts';

/** `"-1234.5"` → `-1,234.50`, as money stands in a column. What is no amount comes back as it is. */
export function formatMoney(amount: string): string {
  const parsed = parseCents(amount);
  if (parsed === null) return amount;
  const [whole = '', fraction = ''] = formatCents(parsed).split('.');
  return `${groupThousands(whole)}.${fraction}`;
}

/** `"-1234.50"` → `-$1,234.50`, where an amount stands alone. */
export function formatDollars(amount: string): string {
  const text = formatMoney(amount);
  return text.startsWith('-') ? `-$${text.slice(1)}` : `$${text}`;
}

/** Cylinders: `1234` → `1,234`. */
export function formatCount(count: number): string {
  return groupThousands(String(count));
}

function groupThousands(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Adds amounts without floats. Texts that are no amount count as nothing. */
export function sumMoney(amounts: readonly string[]): string {
  return formatCents(addCents(...amounts.map(centsOf)));
}

export function centsOf(amount: string): Cents {
  return parseCents(amount) ?? (0 as Cents);
}
