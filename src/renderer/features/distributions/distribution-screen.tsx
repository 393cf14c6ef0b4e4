import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { detailsOf } from '../../api-problem.ts';
import { useEquipment } from '../../data/catalogue.ts';
import { placeOf } from '../../data/find-scanned.ts';
import { offerScanned } from '../../data/look-up.ts';
import { useCommand } from '../../data/use-command.ts';
import { useDefaultDepot } from '../../data/use-default-depot.ts';
import { useScans } from '../../data/use-scans.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { focusFirst, focusFirstWrong } from '../../keys/focus.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { t } from '../../texts/index.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import classes from './distributions.module.css';
import {
  emptySlip,
  isStarted,
  type Slip,
  slipBody,
  slipItems,
  type SlipPatch,
  slipTotals,
  useSlipDraft,
  withScanned,
} from './slip-draft.ts';
import { SlipGrid } from './slip-grid.tsx';
import { SlipHeader } from './slip-header.tsx';
import { SlipPopup } from './slip-popup.tsx';
import { SlipSide } from './slip-side.tsx';
import { slipProblems } from './slip-problems.ts';

/** Key a slip, see its totals, confirm it: F3 … F9, F9. */
export function DistributionScreen() {
  const { draft, change, replace } = useSlipDraft();
  const equipment = useEquipment().items.filter((item) => item.isActive);
  const home = useDefaultDepot();
  const [, go] = useLocation();
  const [reviewing, setReviewing] = useState<Slip | null>(null);
  const create = useCommand('distributions.create', draft.requestId);
  const update = useCommand('distributions.update');
  // Confirming ends the half-typed slip as creating it does: its id goes with whichever is sent.
  const confirm = useCommand('distributions.confirm', draft.requestId);
  const scope = useRef<HTMLDivElement>(null);

  const filled = { ...draft, depotId: draft.depotId ?? home?.id ?? null };
  const items = slipItems(draft.counts, equipment);
  const problem = confirm.problem ?? update.problem ?? create.problem;
  const { rows, rest } = slipProblems(problem, items);
  const isSaving = create.isRunning || update.isRunning;
  const isSentAlready = detailsOf(rest, 'CONFLICT')?.field === 'requestId';

  const forget = () => {
    for (const command of [create, update, confirm]) command.clear();
  };
  const mend = (patch: SlipPatch) => {
    // What is on its way is what is saved.
    if (isSaving || confirm.isRunning) return;
    forget();
    change(patch);
  };
  const startOver = (message?: string, action?: { label: string; run: () => void }) => {
    const before = replace(emptySlip());
    forget();
    setReviewing(null);
    focusFirst(scope.current);
    if (message === undefined) {
      if (isStarted(before)) {
        toastDone(t.distribution.cleared, { label: t.distribution.undo, run: () => void replace(before) });
      }
    } else toastDone(message, action);
  };
  const review = async () => {
    if (isSaving || reviewing !== null) return;
    const body = slipBody(filled, items);
    if (body === null || items.length === 0) {
      focusFirst(scope.current);
      return;
    }
    const slip = draft.id === null ? await create.run(body) : await update.run({ id: draft.id, ...body });
    if (slip === null) return;
    change({ id: slip.id, number: slip.number, requestId: crypto.randomUUID() });
    forget();
    setReviewing(slip);
  };

  useKeys(
    'screen',
    [
      { key: 'F9', label: t.distribution.review, run: () => void review() },
      { key: 'F3', label: t.keys.newDistribution, run: () => startOver() },
      { key: 'Escape', label: t.keys.back, run: () => go('/distributions') },
    ],
    useScans(isSaving || confirm.isRunning, (found, isCovered) => {
      if (found.kind !== 'equipment') return isCovered ? offerScanned(found, go) : go(placeOf(found).path);
      // What is being looked at once more is another slip by this.
      setReviewing(null);
      return mend((now) => withScanned(now, found.equipment));
    }),
  );
  useEffect(() => {
    if (problem !== null) focusFirstWrong(scope.current);
  }, [problem]);
  const backToSlip = () => {
    setReviewing(null);
    // Once the popup has given focus back.
    if (confirm.problem !== null) setTimeout(() => focusFirstWrong(scope.current));
  };

  return (
    <Page
      title={draft.number === null ? t.distribution.title : `${t.distribution.draftTitle} ${draft.number}`}
      note={t.distribution.hint}
      actions={
        isStarted(draft) && (
          <Button variant="subtle" color="gray" onClick={() => startOver()}>
            {t.distribution.clear}
          </Button>
        )
      }
    >
      <EnterMovesOn ref={scope} onEnd={() => void review()}>
        <SlipHeader draft={filled} onChange={mend} error={(path) => problem?.fieldError(path)} />
        <div className={classes.workspace}>
          <Panel p="sm">
            <SlipGrid
              draft={filled}
              equipment={equipment}
              problems={rows}
              onCount={(cell, count) => mend(({ counts }) => ({ counts: { ...counts, [cell]: count } }))}
            />
          </Panel>
          <SlipSide
            totals={slipTotals(items)}
            problem={rest}
            isSentAlready={isSentAlready}
            isWaiting={create.isWaiting || update.isWaiting}
            onStopWaiting={create.isWaiting ? create.stopWaiting : update.stopWaiting}
            onStartOver={() => startOver()}
            onAnother={() => mend({ requestId: crypto.randomUUID() })}
            canReview={items.length > 0 && filled.driverId !== null}
            isSaving={isSaving}
            onReview={() => void review()}
          />
        </div>
      </EnterMovesOn>
      {reviewing && (
        <SlipPopup
          slip={reviewing}
          confirm={confirm}
          onConfirmed={(slip) =>
            startOver(t.distribution.confirmed(slip.number), {
              label: t.actions.open,
              run: () => go(`/distributions/${slip.id}`),
            })
          }
          onKeep={() => startOver(t.distribution.kept(reviewing.number))}
          onBack={backToSlip}
        />
      )}
    </Page>
  );
}
