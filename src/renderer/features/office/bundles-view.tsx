import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { call } from '../../api.ts';
import { useList } from '../../data/use-list.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { t } from '../../texts/index.ts';
import { DataList } from '../../ui/data-list.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Page } from '../../ui/page.tsx';
import { Split } from '../../ui/split.tsx';
import { BUNDLE_COLUMNS } from './bundle-columns.tsx';
import { BundleDetail } from './bundle-detail.tsx';
import { MakingNote } from './making-note.tsx';
import classes from './office.module.css';
import { PlanLine } from './plan-line.tsx';
import { SiteKeyPopup } from './site-key-popup.tsx';
import { useMakeBundle } from './use-make-bundle.ts';

/** They are made and sent by themselves while one looks. */
const EVERY_MS = 5_000;

/** The bundles that were made, newest first; beside the list what is in one and how far it got. */
export function BundlesView({ tabs }: { tabs: ReactNode }) {
  const [activeId, setActiveId] = useState<number | null>(null);
  const [isKeyOpen, setKeyOpen] = useState(false);
  const list = useList(['exports.list'], (cursor) => call('exports.list', { cursor }), { every: () => EVERY_MS });
  const making = useMakeBundle();
  const bundle = list.rows.find(({ id }) => id === activeId);
  const showKey = () => setKeyOpen(true);
  useKeys('screen', [
    !making.isMaking && { key: 'F10', label: t.bundles.make, run: making.make },
    { key: 'P', label: t.bundles.key, run: showKey },
  ]);
  return (
    <Page
      isFixed
      title={t.office.title}
      note={t.office.note}
      actions={
        <>
          <Button variant="default" onClick={showKey} rightSection={<KeyHint>P</KeyHint>}>
            {t.bundles.key}
          </Button>
          <Button loading={making.isMaking} onClick={making.make} rightSection={<KeyHint>F10</KeyHint>}>
            {t.bundles.make}
          </Button>
        </>
      }
    >
      <div className={classes.view}>
        {tabs}
        {making.isMaking && (
          <MakingNote
            words={t.bundles.making}
            rows={making.rows}
            onCancel={making.cancel}
            isCancelling={making.isCancelling}
          />
        )}
        <PlanLine />
        <Split detail={bundle && <BundleDetail key={bundle.id} bundle={bundle} />}>
          <DataList
            label={t.office.tabs.bundles}
            list={list}
            columns={BUNDLE_COLUMNS}
            rowKey={({ id }) => id}
            openKey={activeId}
            onOpen={({ id }) => setActiveId(id)}
            onActive={setActiveId}
            isFirst
            empty={{ title: t.bundles.none, description: t.bundles.noneHint }}
          />
        </Split>
      </div>
      {isKeyOpen && <SiteKeyPopup onClose={() => setKeyOpen(false)} />}
    </Page>
  );
}
