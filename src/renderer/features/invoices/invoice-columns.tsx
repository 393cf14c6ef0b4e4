import { Text } from '@mantine/core';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { centsOf, formatMoney } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { today } from '../../today.ts';
import type { Column } from '../../ui/data-list.tsx';
import { InvoiceStatus } from './invoice-status.tsx';

type Row = WireOutput<'invoices.list'>['items'][number];

export const INVOICE_COLUMNS: Column<Row>[] = [
  { id: 'number', header: t.words.number, width: '180px', cell: (row) => row.number },
  { id: 'customer', header: t.words.customer, cell: (row) => row.customerName },
  { id: 'date', header: t.words.date, width: '96px', cell: (row) => formatBusinessDate(row.businessDate) },
  { id: 'due', header: t.invoices.due, width: '96px', cell: (row) => <DueDate invoice={row} /> },
  { id: 'status', header: t.words.status, width: '96px', cell: (row) => <InvoiceStatus status={row.status} /> },
  { id: 'total', header: t.words.total, width: '96px', align: 'right', cell: (row) => formatMoney(row.total) },
  {
    id: 'outstanding',
    header: t.invoices.outstanding,
    width: '96px',
    align: 'right',
    cell: (row) => (centsOf(row.outstanding) > 0 ? formatMoney(row.outstanding) : ''),
  },
];

/** Beside an open invoice there is room for what tells invoices apart. */
export const BESIDE_PAPER = INVOICE_COLUMNS.filter(({ id }) => id === 'number' || id === 'customer' || id === 'total');

function DueDate({ invoice }: { invoice: Row }) {
  if (centsOf(invoice.outstanding) <= 0) return null;
  const isOverdue = invoice.dueDate < today();
  return (
    <Text inherit component="span" c={isOverdue ? 'var(--mantine-color-error)' : undefined}>
      {formatBusinessDate(invoice.dueDate)}
    </Text>
  );
}
