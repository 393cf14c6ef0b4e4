import { z } from 'zod';
import type { WireInput } from '../../../shared/contract/index.ts';
import { makeListMemory } from '../../state/list-memory.ts';

export const INVOICE_FILTERS = ['all', 'unpaid', 'overdue', 'paid', 'void'] as const;
export type InvoiceFilter = (typeof INVOICE_FILTERS)[number];
export type InvoiceSort = NonNullable<WireInput<'invoices.list'>['sort']>;
/** In the order in which one key goes through them. */
export const INVOICE_SORTS = ['-id', 'id', 'dueDate', '-dueDate'] as const satisfies readonly InvoiceSort[];

/** How the list of invoices is looked at. */
export interface InvoiceView {
  filter: InvoiceFilter;
  /** Empty: no limit. */
  from: string;
  to: string;
  sort: InvoiceSort;
  /** Columns that are not wanted. */
  hidden: readonly string[];
  search: string;
  /** Where the list begins: a number or a day. */
  startAt: string | null;
}

const FRESH: InvoiceView = {
  filter: 'all',
  from: '',
  to: '',
  sort: '-id',
  hidden: [],
  search: '',
  startAt: null,
};

/** A search and a place are for now; what is chosen once and for long is kept. */
const kept = z
  .object({
    filter: z.enum(INVOICE_FILTERS),
    from: z.string(),
    to: z.string(),
    sort: z.enum(INVOICE_SORTS),
    hidden: z.array(z.string()),
  })
  .partial();

export const invoiceView = makeListMemory<InvoiceView>('invoices', kept, FRESH);

/** From somewhere else: these invoices, all of them, whatever the list was narrowed by before. */
export function showInvoices(narrowed: Partial<Pick<InvoiceView, 'filter' | 'from' | 'to'>>): void {
  invoiceView.set({ filter: 'all', from: '', to: '', search: '', startAt: null, ...narrowed });
}

/** The view as the verbs take it, but for where the list begins. */
export function narrowingOf({ filter, from, to, sort, search }: InvoiceView) {
  return {
    ...stateOf(filter),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(search === '' ? {} : { search }),
    sort,
  };
}

function stateOf(filter: InvoiceFilter): Pick<WireInput<'invoices.list'>, 'status' | 'unpaid' | 'overdue'> {
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
