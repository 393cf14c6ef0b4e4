import { Switch } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';
import { DataList } from '../../ui/data-list.tsx';
import { Page } from '../../ui/page.tsx';
import { Split } from '../../ui/split.tsx';
import { LOST_COLUMNS } from './lost-columns.tsx';
import { LostDetail } from './lost-detail.tsx';
import { isSale, type Lost } from './lost-words.ts';
import classes from './office.module.css';
import { useEnterLost } from './use-enter-lost.ts';
import { wholeList } from './whole-list.ts';

/** Documents that a restored copy did not have: Enter takes one to the sale, to be typed once more from its paper. */
export function LostView({ tabs }: { tabs: ReactNode }) {
  const [isAll, setAll] = useState(false);
  const [activeId, setActiveId] = useState<number | null>(null);
  const query = useVerb('lostDocuments.list', isAll ? { all: true } : {}, { keep: true });
  const enter = useEnterLost();
  const list = wholeList(query, query.data?.items);
  const lost = list.rows.find(({ id }) => id === activeId);
  const open = (row: Lost) => {
    setActiveId(row.id);
    if (row.state === 'lost' && isSale(row)) enter(row);
  };
  return (
    <Page
      isFixed
      title={t.office.title}
      note={t.office.note}
      actions={
        <Switch label={t.lost.showAll} checked={isAll} onChange={(event) => setAll(event.currentTarget.checked)} />
      }
    >
      <div className={classes.view}>
        {tabs}
        <Split detail={lost && <LostDetail key={lost.id} lost={lost} onEnter={enter} />}>
          <DataList
            label={t.office.tabs.lost}
            list={list}
            columns={LOST_COLUMNS}
            rowKey={({ id }) => id}
            openKey={activeId}
            onOpen={open}
            onActive={setActiveId}
            isFirst
            empty={{ title: t.lost.none, description: t.lost.noneHint }}
          />
        </Split>
      </div>
    </Page>
  );
}
