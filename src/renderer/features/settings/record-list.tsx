import { Button, SegmentedControl } from '@mantine/core';
import { type ComponentType, useState } from 'react';
import { type Page, useList } from '../../data/use-list.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { t } from '../../texts/index.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import classes from './settings.module.css';

/** How a page of the list is asked for. */
export interface Asked {
  search: string | undefined;
  isActive: boolean | undefined;
  cursor: string | undefined;
}

export interface RecordForm<Row> {
  /** `null`: a new one. */
  record: Row | null;
  onClose: () => void;
}

interface Props<Row extends { id: number }> {
  label: string;
  verb: string;
  fetchPage: (asked: Asked) => Promise<Page<Row>>;
  columns: readonly Column<Row>[];
  searchHint: string;
  addLabel: string;
  emptyTitle: string;
  /** The form of one. */
  Form: ComponentType<RecordForm<Row>>;
}

/** A list of what is set up once: found by typing, opened by Enter, added to by one key. */
export function RecordList<Row extends { id: number }>(props: Props<Row>) {
  const { label, verb, fetchPage, columns, searchHint, addLabel, emptyTitle, Form } = props;
  const [search, setSearch] = useState('');
  const [shows, setShows] = useState<'active' | 'all'>('active');
  const [open, setOpen] = useState<{ row: Row | null } | null>(null);
  const asked = { search: search || undefined, isActive: shows === 'active' ? true : undefined };
  const list = useList([verb, 'settings', asked], (cursor) => fetchPage({ ...asked, cursor }));
  const add = () => setOpen({ row: null });
  useKeys('screen', [{ key: 'Insert', label: addLabel, run: add }]);
  return (
    <div className={classes.list}>
      <div className={classes.tools}>
        <SearchField placeholder={searchHint} value={search} onSearch={setSearch} isFirst />
        <SegmentedControl
          size="xs"
          aria-label={t.words.status}
          data={[
            { value: 'active', label: t.settings.activeOnly },
            { value: 'all', label: t.settings.everything },
          ]}
          value={shows}
          onChange={(value) => setShows(value)}
        />
        <Button ml="auto" onClick={add} rightSection={<KeyHint>Ins</KeyHint>}>
          {addLabel}
        </Button>
      </div>
      <DataList
        label={label}
        list={list}
        columns={shows === 'all' ? columns : columns.filter(({ id }) => id !== 'isActive')}
        rowKey={({ id }) => id}
        openKey={open?.row?.id ?? null}
        onOpen={(row) => setOpen({ row })}
        empty={{ title: emptyTitle }}
      />
      {open && <Form record={open.row} onClose={() => setOpen(null)} />}
    </div>
  );
}
