import { useLocation } from 'wouter';
import { call } from '../../api.ts';
import { useList } from '../../data/use-list.ts';
import { t } from '../../texts/index.ts';
import { DataList } from '../../ui/data-list.tsx';
import { INVOICE_COLUMNS } from '../invoices/invoice-columns.tsx';
import classes from './card.module.css';

/** The customer is named above, and there is less room than in the list of invoices. */
const WIDTHS: Readonly<Record<string, string>> = {
  number: 'minmax(168px, 1fr)',
  date: '90px',
  due: '90px',
  status: '88px',
  total: '80px',
  outstanding: '76px',
};
const COLUMNS = INVOICE_COLUMNS.flatMap((column) => {
  const width = WIDTHS[column.id];
  return width === undefined ? [] : [{ ...column, width }];
});

/** All invoices of a customer, newest first. */
export function InvoicesTab({ customerId }: { customerId: number }) {
  const [, go] = useLocation();
  const list = useList(['invoices.list', { customerId }], (cursor) => call('invoices.list', { customerId, cursor }));
  return (
    <div className={classes.list}>
      <DataList
        label={t.card.tabs.invoices}
        list={list}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/invoices/${row.id}`)}
        empty={{ title: t.card.noInvoices }}
      />
    </div>
  );
}
