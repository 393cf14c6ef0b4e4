import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { call } from '../../api.ts';
import { useList } from '../../data/use-list.ts';
import { formatCount, formatMoney } from '../../format.ts';
import { focusField, focusList } from '../../keys/focus.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Split } from '../../ui/split.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { CustomerCard } from './customer-card.tsx';
import { CustomerPopup } from './customer-popup.tsx';
import { CUSTOMER_SORTS, customerView } from './customer-view.ts';

type Row = WireOutput<'customers.list'>['items'][number];

const COLUMNS: Column<Row>[] = [
  { id: 'code', header: t.customers.fields.code, width: '90px', sort: 'code', cell: (row) => row.code },
  { id: 'name', header: t.customers.fields.name, sort: 'name', cell: (row) => row.name },
  { id: 'phone', header: t.customers.fields.phone, width: '110px', cell: (row) => row.phone },
  { id: 'address', header: t.customers.fields.address, cell: (row) => row.address },
  { id: 'type', header: t.customers.pays, width: '70px', cell: (row) => t.paymentTypes[row.paymentType] },
  {
    id: 'balance',
    header: t.sale.balance,
    width: '110px',
    align: 'right',
    cell: (row) => formatMoney(row.balance),
  },
];
const BESIDE_CARD = new Set(['name']);

/** Everybody one sells to; type any part of a name, phone or address. */
export function CustomersScreen() {
  const { id, tab } = useParams<{ id?: string; tab?: string }>();
  const openId = id === undefined ? null : Number(id);
  const [, go] = useLocation();
  const [search, setSearch] = useState('');
  const [isAdding, setAdding] = useState(false);
  const mayAdd = useMay('customers.create');
  const searchRef = useRef<HTMLInputElement>(null);
  const { sort } = customerView.useView();
  const filters = { search: search || undefined, sort };
  const list = useList(['customers.list', filters], (cursor) => call('customers.list', { ...filters, cursor }));

  const back = () => {
    if (openId === null) return go('/');
    go('/customers');
    // On to the next one in the list.
    requestAnimationFrame(focusList);
  };
  useKeys('screen', [
    { key: 'F4', label: t.keys.findCustomer, run: () => focusField(searchRef.current) },
    { key: 'Escape', label: t.keys.back, run: back },
  ]);

  return (
    <Page
      isFixed
      title={t.customers.title}
      note={typeof list.total === 'number' ? t.customers.count(formatCount(list.total)) : undefined}
      actions={
        <>
          <SearchField
            ref={searchRef}
            placeholder={t.sale.searchHint}
            value={search}
            onSearch={setSearch}
            isFirst
            width={380}
          />
          {mayAdd && (
            <Button variant={openId === null ? 'filled' : 'default'} onClick={() => setAdding(true)}>
              {t.customers.add}
            </Button>
          )}
        </>
      }
    >
      <Split isWide detail={openId !== null && <CustomerCard key={openId} id={openId} tab={tab} />}>
        <DataList
          label={t.customers.title}
          list={list}
          columns={openId === null ? COLUMNS : COLUMNS.filter((column) => BESIDE_CARD.has(column.id))}
          sort={{ by: sort, sorts: CUSTOMER_SORTS, onSort: (by) => customerView.set({ sort: by }) }}
          rowKey={(row) => row.id}
          openKey={openId}
          onOpen={(row) => go(`/customers/${row.id}`)}
          empty={{
            title: search ? t.customers.noneFound : t.customers.noneYet,
            action: mayAdd && <Button onClick={() => setAdding(true)}>{t.customers.add}</Button>,
          }}
        />
      </Split>
      {isAdding && (
        <CustomerPopup
          customer={null}
          onClose={() => setAdding(false)}
          onSaved={(saved) => {
            setAdding(false);
            toastDone(t.customers.saved(saved.name));
            go(`/customers/${saved.id}`);
          }}
        />
      )}
    </Page>
  );
}
