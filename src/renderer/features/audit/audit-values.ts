import { formatBusinessDate, formatInstant, parseBusinessDate } from '../../../shared/dates.ts';
import {
  type BasisPoints,
  type Cents,
  formatCents,
  formatPercent,
  formatRate,
  type Rate,
} from '../../../shared/money.ts';
import { formatCubicMetres, type MilliCubicMetres } from '../../../shared/quantity.ts';
import { formatMoney } from '../../format.ts';
import { t } from '../../texts/index.ts';

/** The books keep whole numbers: which unit they count is known by the field's name. */
const CENTS = new Set(
  'amount balance change creditLimit deposit listPrice net netAmount outstanding paid price rounding roundingAmount tax taxAmount tendered total totalAmount unallocated'.split(
    ' ',
  ),
);
const RATES = new Set(['rate', 'meterRate']);
const VOLUMES = new Set(['current', 'currentMeter', 'lastMeterReading', 'previous', 'reading', 'usage']);

/** Names of what is kept by its number. */
export interface Names {
  equipment: (id: number) => string | undefined;
  depot: (id: number) => string | undefined;
  user: (id: number) => string | undefined;
}

const DEPOTS = new Set(['depotId', 'supplierDepotId']);
const USERS = new Set(['driverId', 'userId', 'createdBy', 'confirmedBy', 'cancelledBy', 'collectedBy', 'approverId']);

/** `items.0.quantity` → `Items 1, quantity`. */
export function fieldText(path: string): string {
  const words = path.split('.').reduce<string[]>((parts, part) => {
    if (/^\d+$/.test(part)) return [...parts.slice(0, -1), `${parts.at(-1) ?? ''} ${Number(part) + 1}`.trim()];
    return [...parts, wordsOf(part)];
  }, []);
  const [first = '', ...rest] = words;
  return [capital(first), ...rest].join(', ');
}

function wordsOf(name: string): string {
  return t.audit.fields[name] ?? name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A value as it stands on the other screens. */
export function valueText(path: string, value: unknown, names: Names): string {
  if (value === undefined) return '';
  if (value === null || value === '') return t.audit.nothing;
  if (typeof value === 'boolean') return value ? t.audit.yes : t.audit.no;
  const field = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  if (typeof value === 'number') return numberText(path, field, value, names);
  if (typeof value !== 'string') return JSON.stringify(value);
  const text = value;
  if (parseBusinessDate(text) !== null) return formatBusinessDate(text);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return formatInstant(text);
  // Words of the books: CREDIT, ON_SITE.
  return /^[A-Z]+(_[A-Z]+)*$/.test(text) && /[A-Z]{3}/.test(text) && isWord(field)
    ? capital(text.toLowerCase().replaceAll('_', ' '))
    : text;
}

const WORDS = new Set(['action', 'condition', 'direction', 'kind', 'method', 'paymentType', 'role', 'state', 'status']);

function isWord(field: string): boolean {
  return WORDS.has(field) || field.endsWith('Type');
}

function numberText(path: string, field: string, value: number, names: Names): string {
  if (field === 'equipmentId') return names.equipment(value) ?? String(value);
  if (DEPOTS.has(field)) return names.depot(value) ?? String(value);
  if (USERS.has(field)) return names.user(value) ?? String(value);
  if (field === 'rate' && path.startsWith('tax.')) return `${formatPercent(value as BasisPoints)} %`;
  if (RATES.has(field)) return formatRate(value as Rate);
  if (VOLUMES.has(field)) return formatCubicMetres(value as MilliCubicMetres);
  if (CENTS.has(field)) return formatMoney(formatCents(value as Cents));
  return String(value);
}
