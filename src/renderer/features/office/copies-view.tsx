import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatInstant } from '../../../shared/dates.ts';
import { useToldCommand } from '../../data/use-told-command.ts';
import { useVerb } from '../../data/use-verb.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { t } from '../../texts/index.ts';
import { DataList } from '../../ui/data-list.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Page } from '../../ui/page.tsx';
import { Split } from '../../ui/split.tsx';
import { toastDone, toastTrouble } from '../../ui/toasts.tsx';
import { COPY_COLUMNS } from './copy-columns.tsx';
import { CopyDetail } from './copy-detail.tsx';
import { CopyTroubles } from './copy-troubles.tsx';
import type { Copy } from './copy-words.ts';
import { MakingNote } from './making-note.tsx';
import classes from './office.module.css';
import { SecondFolder } from './second-folder.tsx';
import { wholeList } from './whole-list.ts';

const EVERY_MS = 15_000;

/** The copies of the books, newest first: what each is worth, and where else they lie. */
export function CopiesView({ tabs }: { tabs: ReactNode }) {
  const [activeKey, setActiveKey] = useState<number | null>(null);
  const query = useVerb('backups.list', {}, { every: EVERY_MS });
  const { data } = query;
  const copying = useToldCommand('backups.run');
  const copyNow = async () => {
    if (copying.isRunning) return;
    const copy = await copying.run({});
    if (copy === null) return;
    const when = formatInstant(copy.createdAt);
    if (copy.problems?.length === 0) toastDone(t.copies.isMade(when));
    else toastTrouble(t.copies.isOdd(when));
  };
  useKeys('screen', [!copying.isRunning && { key: 'F10', label: t.copies.make, run: () => void copyNow() }]);
  const list = wholeList(query, data?.items);
  const copy = list.rows.find((each) => keyOf(each) === activeKey);
  return (
    <Page
      isFixed
      title={t.office.title}
      note={t.office.note}
      actions={
        <Button loading={copying.isRunning} onClick={() => void copyNow()} rightSection={<KeyHint>F10</KeyHint>}>
          {t.copies.make}
        </Button>
      }
    >
      <div className={classes.view}>
        {tabs}
        {copying.isRunning && <MakingNote words={t.copies.making} />}
        {data && <CopyTroubles copies={data} />}
        <Split detail={copy && <CopyDetail key={copy.name} copy={copy} />}>
          <DataList
            label={t.office.tabs.copies}
            list={list}
            columns={COPY_COLUMNS}
            rowKey={keyOf}
            openKey={activeKey}
            onOpen={(each) => setActiveKey(keyOf(each))}
            onActive={setActiveKey}
            isFirst
            empty={{ title: t.copies.none, description: t.copies.noneHint }}
          />
          {data && <SecondFolder folder={data.secondFolder} />}
        </Split>
      </div>
    </Page>
  );
}

/** No two are made in one millisecond. */
function keyOf({ createdAt }: Copy): number {
  return Date.parse(createdAt);
}
