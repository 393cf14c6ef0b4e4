import type { WireOutput } from '../../../shared/contract/index.ts';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { centsOf, formatCount, formatMoney } from '../../format.ts';
import { t } from '../../texts/index.ts';
import type { Column } from '../../ui/data-list.tsx';

export type SalesReport = Extract<WireOutput<'reports.sales'>, { items: unknown }>;
export type CustomersReport = Extract<WireOutput<'reports.customers'>, { items: unknown }>;
type Sale = SalesReport['items'][number];
type Customer = CustomersReport['items'][number];

const right = { width: '84px', align: 'right' } as const;
/** An amount, and nothing where there is none: what is owed stands out. */
const ifAny = (amount: string) => (centsOf(amount) === 0 ? '' : formatMoney(amount));

export const SALES_COLUMNS: Column<Sale>[] = [
  { id: 'date', header: t.words.date, width: '94px', cell: (row) => formatBusinessDate(row.date) },
  { id: 'number', header: t.words.number, width: '172px', cell: (row) => row.number },
  { id: 'customer', header: t.words.customer, cell: (row) => row.customerName },
  { id: 'servedBy', header: t.reports.servedBy, width: '100px', cell: (row) => row.servedBy ?? '' },
  { id: 'status', header: t.reports.status, width: '78px', cell: (row) => t.reports.statuses[row.paymentStatus] },
  { id: 'net', header: t.reports.net, ...right, cell: (row) => formatMoney(row.net) },
  { id: 'tax', header: t.reports.gst, width: '64px', align: 'right', cell: (row) => formatMoney(row.tax) },
  { id: 'total', header: t.words.total, ...right, cell: (row) => formatMoney(row.total) },
  { id: 'outstanding', header: t.reports.outstanding, ...right, cell: (row) => ifAny(row.outstanding) },
];

export const CUSTOMER_COLUMNS: Column<Customer>[] = [
  { id: 'code', header: t.words.number, width: '110px', cell: (row) => row.code },
  { id: 'name', header: t.words.customer, cell: (row) => row.name },
  {
    id: 'pays',
    header: t.reports.pays,
    width: '70px',
    cell: (row) => (row.paymentType === 'CASH' ? t.reports.cash : t.reports.credit),
  },
  {
    id: 'invoices',
    header: t.reports.invoices,
    width: '76px',
    align: 'right',
    cell: (row) => formatCount(row.invoices),
  },
  { id: 'total', header: t.words.total, ...right, cell: (row) => formatMoney(row.total) },
  { id: 'paid', header: t.reports.paid, ...right, cell: (row) => formatMoney(row.paid) },
  { id: 'outstanding', header: t.reports.outstanding, ...right, cell: (row) => ifAny(row.outstanding) },
  { id: 'overdue', header: t.reports.overdue, ...right, cell: (row) => ifAny(row.overdue) },
];
