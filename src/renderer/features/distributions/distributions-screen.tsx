import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { DISTRIBUTION_STATUSES } from '../../../shared/contract/distributions.ts';
import { call } from '../../api.ts';
import { useDrivers } from '../../data/catalogue.ts';
import { useList } from '../../data/use-list.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { DataList } from '../../ui/data-list.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Split } from '../../ui/split.tsx';
import { SlipDetail } from './slip-detail.tsx';
import { slipColumns, type SlipRow } from './slip-columns.tsx';

type Filter = SlipRow['status'] | 'ALL';

/** All slips, newest first; one opened beside them with what can be done about it. */
export function DistributionsScreen() {
  const { id } = useParams<{ id?: string }>();
  const openId = id === undefined ? null : Number(id);
  const [, go] = useLocation();
  const [filter, setFilter] = useState<Filter>('ALL');
  const [search, setSearch] = useState('');
  const drivers = useDrivers();
  const mayWrite = useMay('distributions.create');
  const filters = { search: search || undefined, status: filter === 'ALL' ? undefined : filter };
  const list = useList(['distributions.list', filters], (cursor) => call('distributions.list', { ...filters, cursor }));

  useKeys('screen', [{ key: 'Escape', label: t.keys.back, run: () => go(openId === null ? '/' : '/distributions') }]);

  // Beside an open slip there is room for what tells slips apart.
  const columns = slipColumns((driverId) => drivers.byId.get(driverId)?.fullName ?? '');
  const shown = openId === null ? columns : columns.filter(({ id: column }) => column !== 'out' && column !== 'in');

  return (
    <Page
      isFixed
      title={t.distribution.list}
      actions={
        <>
          <SearchField placeholder={t.distribution.searchHint} value={search} onSearch={setSearch} isFirst />
          {mayWrite && <Button onClick={() => go('/distribution')}>{t.distribution.nav}</Button>}
        </>
      }
    >
      <Split detail={openId !== null && <SlipDetail key={openId} id={openId} />}>
        <SegmentedControl
          size="xs"
          w="max-content"
          aria-label={t.words.status}
          data={[
            { value: 'ALL', label: t.words.all },
            ...DISTRIBUTION_STATUSES.map((status) => ({ value: status, label: t.distribution.status[status] })),
          ]}
          value={filter}
          onChange={(value) => setFilter(value)}
        />
        <DataList
          label={t.distribution.list}
          list={list}
          columns={shown}
          rowKey={(row) => row.id}
          openKey={openId}
          onOpen={(row) => go(`/distributions/${row.id}`)}
          empty={{
            title: search || filter !== 'ALL' ? t.distribution.noneFound : t.distribution.noneYet,
            action: mayWrite && <Button onClick={() => go('/distribution')}>{t.distribution.nav}</Button>,
          }}
        />
      </Split>
    </Page>
  );
}
