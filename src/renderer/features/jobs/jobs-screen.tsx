import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '../../api.ts';
import { useList } from '../../data/use-list.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { DataList } from '../../ui/data-list.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Split } from '../../ui/split.tsx';
import { JOB_COLUMNS } from './job-columns.tsx';
import { JobDetail } from './job-detail.tsx';
import { useJobActions } from './use-job-actions.ts';
import { useNeeds } from './use-needs.ts';

const FILTERS = ['needs', 'underWay', 'all'] as const;
type Filter = (typeof FILTERS)[number];

const NARROWED = { needs: { needsSomebody: true }, underWay: { underWay: true }, all: {} } as const;

/** Jobs end by themselves while one looks. */
const EVERY_MS = 2_000;
/** Pages beyond the first few are asked again each time: not that often. */
const FEW_ROWS = 200;

/** Everything that left or should leave the house, what needs somebody first; beside it what can be done. */
export function JobsScreen() {
  const [, go] = useLocation();
  const [filter, setFilter] = useState<Filter>('needs');
  const [search, setSearch] = useState('');
  const [activeId, setActiveId] = useState<number | null>(null);
  // A whole number names one document: all of it is looked for.
  const narrowed = search ? { search } : NARROWED[filter];
  const list = useList(['jobs.list', narrowed], (cursor) => call('jobs.list', { ...narrowed, cursor }), {
    every: (rows) => (rows.length > FEW_ROWS ? EVERY_MS * 5 : EVERY_MS),
  });
  const needs = useNeeds();
  const actions = useJobActions();
  const canRetry = useMay('jobs.retryAll') && needs !== undefined && needs.failed !== 0;
  const job = list.rows.find(({ id }) => id === activeId);

  useKeys('screen', [{ key: 'Escape', label: t.keys.back, run: () => go('/') }]);

  return (
    <Page
      isFixed
      title={t.jobs.title}
      note={t.jobs.note}
      actions={
        <>
          <SearchField placeholder={t.jobs.searchHint} value={search} onSearch={setSearch} />
          {canRetry && (
            <Button
              loading={actions.isRunning}
              onClick={() => void actions.retryAll()}
              rightSection={<KeyHint>F10</KeyHint>}
            >
              {t.jobs.retryAll}
            </Button>
          )}
        </>
      }
    >
      <Split detail={job && <JobDetail key={job.id} job={job} />}>
        <SegmentedControl
          size="xs"
          w="max-content"
          aria-label={t.words.status}
          data={FILTERS.map((value) => ({ value, label: t.jobs.filters[value] }))}
          value={search ? 'all' : filter}
          onChange={(value) => setFilter(value)}
        />
        <DataList
          label={t.jobs.title}
          list={list}
          columns={JOB_COLUMNS}
          rowKey={({ id }) => id}
          openKey={activeId}
          onOpen={({ id }) => setActiveId(id)}
          onActive={setActiveId}
          isFirst
          empty={emptyWords(filter, search)}
        />
      </Split>
    </Page>
  );
}

function emptyWords(filter: Filter, search: string): { title: string; description?: string } {
  if (search) return { title: t.jobs.noneFound };
  switch (filter) {
    case 'needs':
      return { title: t.jobs.nothingNeeds, description: t.jobs.nothingNeedsHint };
    case 'underWay':
      return { title: t.jobs.nothingUnderWay };
    case 'all':
      return { title: t.jobs.noneYet };
  }
}
