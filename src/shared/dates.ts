import type { Branded } from './brand.ts';

/** The depot's calendar day, `YYYY-MM-DD` in Asia/Singapore. What documents carry. */
export type BusinessDate = Branded<string, 'BusinessDate'>;
/** A moment, ISO-8601 in UTC with milliseconds. What happened when. */
export type Instant = Branded<string, 'Instant'>;

export const DEPOT_TIME_ZONE = 'Asia/Singapore';

/** Singapore has been UTC+8 without summer time since 1982, before any document this program can hold. */
const DEPOT_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

export function instantOf(date: Date): Instant {
  return date.toISOString() as Instant;
}

/** The day it is at the depot at a moment. */
export function businessDateOf(date: Date): BusinessDate {
  return new Date(date.getTime() + DEPOT_OFFSET_MS).toISOString().slice(0, 10) as BusinessDate;
}

/** The moment at which clocks at the depot show a time, `18:00`, on a day. */
export function depotMoment(date: BusinessDate, time: string): Date {
  return new Date(Date.parse(`${date}T${time}:00.000Z`) - DEPOT_OFFSET_MS);
}

/** `null` unless the text is a day that exists. */
export function parseBusinessDate(text: string): BusinessDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return null;
  return text as BusinessDate;
}

export function addDays(date: BusinessDate, days: number): BusinessDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as BusinessDate;
}

/** Whole days from `earlier` to `later`; negative when they are the other way round. */
export function daysBetween(earlier: BusinessDate, later: BusinessDate): number {
  return Math.round((Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / DAY_MS);
}

export function yearOf(date: BusinessDate): number {
  return Number(date.slice(0, 4));
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `20 Jan 2026`, as on paper and on screen. */
export function formatBusinessDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** `20 Jan 2026 14:05` in depot time. */
export function formatInstant(instant: string): string {
  const local = new Date(Date.parse(instant) + DEPOT_OFFSET_MS).toISOString();
  return `${formatBusinessDate(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

/** `2026-01`: the month of a day. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** Months one after the other up to that of a day, oldest first: `['2025-12', '2026-01']`. */
export function monthsUpTo(date: BusinessDate, count: number): string[] {
  const last = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const month = last - count + 1 + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** `2026-01` → `Jan 2026`. */
export function formatMonth(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${MONTHS[Number(number) - 1] ?? number} ${year}`;
}
