import { create } from 'zustand';
import type { WireInput } from '../../../shared/contract/index.ts';

export const INVOICE_FILTERS = ['all', 'unpaid', 'overdue', 'paid', 'void'] as const;
export type InvoiceFilter = (typeof INVOICE_FILTERS)[number];

/** Remembered while the console is open; numbers on the home screen set it. */
export const useInvoiceFilter = create<{ filter: InvoiceFilter; search: string }>(() => ({
  filter: 'all',
  search: '',
}));

export function invoiceFilters(
  filter: InvoiceFilter,
): Pick<WireInput<'invoices.list'>, 'status' | 'unpaid' | 'overdue'> {
  switch (filter) {
    case 'all':
      return {};
    case 'unpaid':
      return { unpaid: true };
    case 'overdue':
      return { overdue: true };
    case 'paid':
    case 'void':
      return { status: filter };
  }
}
