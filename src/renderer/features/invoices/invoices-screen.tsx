import { Button, SegmentedControl } from '@mantine/core';
import { useLocation, useParams } from 'wouter';
import { call } from '../../api.ts';
import { useList } from '../../data/use-list.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { DataList } from '../../ui/data-list.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Split } from '../../ui/split.tsx';
import { InvoiceDetail } from './invoice-detail.tsx';
import { INVOICE_FILTERS, invoiceFilters, useInvoiceFilter } from './invoice-filter.ts';
import { BESIDE_PAPER, INVOICE_COLUMNS } from './invoice-columns.tsx';

/** Invoices by state, newest first, with the paper beside them. */
export function InvoicesScreen() {
  const { id } = useParams<{ id?: string }>();
  const openId = id === undefined ? null : Number(id);
  const [, go] = useLocation();
  const { filter, search } = useInvoiceFilter();
  const maySell = useMay('transactions.create');
  const filters = { ...invoiceFilters(filter), search: search || undefined };
  const list = useList(['invoices.list', filters], (cursor) => call('invoices.list', { ...filters, cursor }));

  useKeys('screen', [{ key: 'Escape', label: t.keys.back, run: () => go(openId === null ? '/' : '/invoices') }]);

  return (
    <Page
      isFixed
      title={t.invoices.title}
      actions={
        <>
          <SearchField
            placeholder={t.invoices.searchHint}
            value={search}
            onSearch={(text) => useInvoiceFilter.setState({ search: text })}
            isFirst
          />
          {maySell && <Button onClick={() => go('/sale')}>{t.sale.nav}</Button>}
        </>
      }
    >
      <Split detail={openId !== null && <InvoiceDetail key={openId} id={openId} />}>
        <SegmentedControl
          size="xs"
          w="max-content"
          aria-label={t.words.status}
          data={INVOICE_FILTERS.map((value) => ({ value, label: t.invoices.filters[value] }))}
          value={filter}
          onChange={(value) => useInvoiceFilter.setState({ filter: value })}
        />
        <DataList
          label={t.invoices.title}
          list={list}
          columns={openId === null ? INVOICE_COLUMNS : BESIDE_PAPER}
          rowKey={(row) => row.id}
          openKey={openId}
          onOpen={(row) => go(`/invoices/${row.id}`)}
          empty={{
            title: filter === 'all' && !search ? t.invoices.noneYet : t.invoices.noneFound,
            action: maySell && <Button onClick={() => go('/sale')}>{t.sale.nav}</Button>,
          }}
        />
      </Split>
    </Page>
  );
}
