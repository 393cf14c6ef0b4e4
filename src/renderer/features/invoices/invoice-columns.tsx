import type { WireOutput } from '../../../shared/contract/index.ts';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { centsOf, formatMoney } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { today } from '../../today.ts';
import type { Column } from '../../ui/data-list.tsx';
import { DeliveryMarks } from './delivery-marks.tsx';
import { InvoiceStatus } from './invoice-status.tsx';
import classes from './invoices.module.css';

type Row = WireOutput<'invoices.list'>['items'][number];

export const INVOICE_COLUMNS: Column<Row>[] = [
  { id: 'number', header: t.words.number, width: '172px', sort: 'id', cell: (row) => row.number },
  { id: 'customer', header: t.words.customer, cell: (row) => row.customerName },
  { id: 'date', header: t.words.date, width: '94px', cell: (row) => formatBusinessDate(row.businessDate) },
  { id: 'due', header: t.invoices.due, width: '94px', sort: 'dueDate', cell: (row) => <DueDate invoice={row} /> },
  { id: 'status', header: t.words.status, width: '88px', cell: (row) => <InvoiceStatus status={row.status} /> },
  { id: 'sent', header: t.delivery.sent, width: '80px', cell: (row) => <DeliveryMarks invoice={row} /> },
  { id: 'total', header: t.words.total, width: '88px', align: 'right', cell: (row) => formatMoney(row.total) },
  {
    id: 'outstanding',
    header: t.invoices.outstanding,
    width: '88px',
    align: 'right',
    cell: (row) => (centsOf(row.outstanding) > 0 ? formatMoney(row.outstanding) : ''),
  },
];

/** An invoice without its number or its customer is none that anybody would know. */
const ALWAYS = new Set(['number', 'customer']);
export const HIDEABLE_COLUMNS = INVOICE_COLUMNS.filter(({ id }) => !ALWAYS.has(id));

/** Beside an open invoice there is room for what tells invoices apart. */
const BESIDE = new Set(['number', 'customer', 'sent', 'total']);
export const BESIDE_PAPER = INVOICE_COLUMNS.filter(({ id }) => BESIDE.has(id));

function DueDate({ invoice }: { invoice: Row }) {
  if (centsOf(invoice.outstanding) <= 0) return null;
  const isOverdue = invoice.dueDate < today();
  return <span className={isOverdue ? classes.overdue : undefined}>{formatBusinessDate(invoice.dueDate)}</span>;
}
