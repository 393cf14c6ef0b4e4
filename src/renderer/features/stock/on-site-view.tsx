import { EmptyState, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { call } from '../../api.ts';
import { useEquipment } from '../../data/catalogue.ts';
import { useList } from '../../data/use-list.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { Pick } from '../../ui/pick.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import classes from './stock.module.css';

type Row = WireOutput<'stock.onSite'>['items'][number];

const COLUMNS: Column<Row>[] = [
  { id: 'code', header: t.onSite.code, width: '110px', cell: (row) => row.customerCode },
  { id: 'name', header: t.words.customer, cell: (row) => row.customerName },
  { id: 'quantity', header: t.onSite.onSite, width: '110px', align: 'right', cell: (row) => formatCount(row.quantity) },
];

/** Who has how many of an equipment on site, most first; each opens the customer's card. */
export function OnSiteView({ equipmentId }: { equipmentId: number | null }) {
  const equipment = useEquipment();
  const shown = equipmentId === null ? equipment.items[0] : equipment.byId.get(equipmentId);
  if (equipment.isLoading) return <Skeleton height={320} />;
  if (!shown) return <EmptyState title={t.stock.noneAtDepot} mt="15vh" />;
  return <Customers equipmentId={shown.id} />;
}

function Customers({ equipmentId }: { equipmentId: number }) {
  const equipment = useEquipment();
  const [, go] = useLocation();
  const [search, setSearch] = useState('');
  const input = { equipmentId, search: search || undefined };
  const list = useList(['stock.onSite', input], (cursor) => call('stock.onSite', { ...input, cursor }));
  return (
    <>
      <div className={classes.bar}>
        <Pick
          w={240}
          aria-label={t.onSite.choose}
          data={equipment.items.map(({ id, name }) => ({ value: id, label: name }))}
          value={equipmentId}
          onChange={(id) => id !== null && go(`/stock/customers/${id}`)}
        />
        <SearchField placeholder={t.onSite.searchHint} value={search} onSearch={setSearch} isFirst />
      </div>
      <DataList
        label={t.stock.customers}
        list={list}
        columns={COLUMNS}
        rowKey={(row) => row.customerId}
        onOpen={(row) => go(`/customers/${row.customerId}/onSite`)}
        empty={{ title: search ? t.onSite.noneFound : t.onSite.none }}
      />
    </>
  );
}
