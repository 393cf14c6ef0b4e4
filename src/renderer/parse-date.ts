import { type BusinessDate, parseBusinessDate } from '../shared/dates.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A day as people type it: `20`, `20/1`, `20 jan`, `20.1.26`, `20 Jan 2026`, `2026-01-20`. What is left out is taken
 * from today. `null` when it is no day.
 */
export function parseTypedDate(text: string, today: BusinessDate): BusinessDate | null {
  const typed = text.trim().toLowerCase();
  const iso = parseBusinessDate(typed);
  if (iso !== null) return iso;
  const [day, month, year, ...more] = typed.split(/[\s/.-]+/);
  if (!day || more.length > 0) return null;
  return parseBusinessDate([yearOf(year, today), monthOf(month, today), day.padStart(2, '0')].join('-'));
}

function monthOf(typed: string | undefined, today: BusinessDate): string {
  if (!typed) return today.slice(5, 7);
  const byName = typed.length < 3 ? -1 : MONTHS.findIndex((month) => typed.startsWith(month));
  return byName === -1 ? typed.padStart(2, '0') : String(byName + 1).padStart(2, '0');
}

function yearOf(typed: string | undefined, today: BusinessDate): string {
  if (!typed) return today.slice(0, 4);
  return typed.length === 2 ? `${today.slice(0, 2)}${typed}` : typed;
}
