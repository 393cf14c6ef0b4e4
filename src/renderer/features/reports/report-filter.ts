import { create } from 'zustand';
import { addDays, type BusinessDate } from '../../../shared/dates.ts';
import { today } from '../../today.ts';

export type ReportKind = 'sales' | 'customers';
export const PAYMENT_FILTERS = ['all', 'unpaid', 'partly', 'paid', 'void'] as const;
export type PaymentFilter = (typeof PAYMENT_FILTERS)[number];

interface ReportFilter {
  kind: ReportKind;
  /** Empty: today. */
  from: string;
  to: string;
  payment: PaymentFilter;
}

/** Kept while other screens are looked at. */
export const useReportFilter = create<ReportFilter>(() => ({ kind: 'sales', from: '', to: '', payment: 'all' }));

/** The filter as the verbs take it. */
export function reportInput({ from, to, payment }: ReportFilter) {
  return {
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(payment === 'all' ? {} : { paymentStatus: payment }),
  };
}

/** From the first of this month on, or all of the last one. */
export function monthAround(which: 'this' | 'last'): Pick<ReportFilter, 'from' | 'to'> {
  const first = firstOfMonth(today());
  if (which === 'this') return { from: first, to: '' };
  const last = addDays(first, -1);
  return { from: firstOfMonth(last), to: last };
}

function firstOfMonth(day: BusinessDate): BusinessDate {
  return `${day.slice(0, 8)}01` as BusinessDate;
}
