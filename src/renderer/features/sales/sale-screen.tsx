import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { formatDollars } from '../../format.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { focusField, focusFirstWrong } from '../../keys/focus.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { t } from '../../texts/index.ts';
import { Page } from '../../ui/page.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { toastWork } from '../jobs/work-toast.tsx';
import { ReviewPopup } from './review-popup.tsx';
import { isStarted } from './sale-draft.ts';
import { SaleEntry } from './sale-entry.tsx';
import { SaleSide } from './sale-side.tsx';
import classes from './sale.module.css';
import { type SavedSale, useSale } from './use-sale.ts';

/** One customer, one screen: F4 customer, goods, F8 money, F9 review, F9 save, and the next one. */
export function SaleScreen() {
  const sale = useSale();
  const { draft, change, create } = sale;
  const [, go] = useLocation();
  const scope = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);

  const startOver = () => {
    const before = sale.startOver();
    focusField(search.current);
    if (isStarted(before)) {
      toastDone(t.distribution.cleared, { label: t.distribution.undo, run: () => void sale.replace(before) });
    }
  };
  const pay = () => {
    if (draft.method === 'LATER') change({ method: 'CASH' });
    // Once its field stands.
    setTimeout(() => focusField(scope.current?.querySelector<HTMLElement>('[data-pay]')));
  };
  const review = async () => {
    if (draft.customer === null) focusField(search.current);
    else await sale.review();
  };
  const done = (saved: SavedSale | null) => {
    if (saved === null) {
      // What was wrong stands next to its line, on the form.
      sale.backFromReview();
      return;
    }
    const { transaction, invoice, receipt } = saved;
    const papers = [invoice ?? transaction, ...(receipt === null ? [] : [receipt])];
    const back = saved.change === null ? '' : ` · ${t.sale.change} ${formatDollars(saved.change)}`;
    sale.startOver();
    toastWork(`${t.sale.saved(invoice?.number ?? transaction.number)}${back}`, {
      numbers: papers.map(({ number }) => number),
      ...(invoice ? { action: { label: t.actions.open, run: () => go(`/invoices/${invoice.id}`) } } : {}),
    });
    // Once the popup has given focus back.
    setTimeout(() => focusField(search.current));
  };
  const save = async () => {
    if (!create.isRunning) done(await sale.save());
  };

  const saveWithApproval = async () => done(await sale.saveWithApproval());

  useKeys('screen', [
    { key: 'F4', label: t.keys.findCustomer, run: () => focusField(search.current) },
    { key: 'F8', label: t.keys.pay, run: pay },
    { key: 'F9', label: t.sale.review, run: () => void review() },
    { key: 'F2', label: t.keys.newSale, run: startOver },
    { key: 'Escape', label: t.keys.back, run: () => go('/') },
  ]);
  // Only what a save was refused for takes the focus away from where one types.
  const isRefused = create.problem !== null && sale.reviewing === null;
  useEffect(() => {
    if (isRefused) setTimeout(() => focusFirstWrong(scope.current));
  }, [isRefused]);

  return (
    <Page
      isFixed
      title={t.sale.title}
      actions={
        isStarted(draft) && (
          <Button variant="subtle" color="gray" onClick={startOver}>
            {t.distribution.clear}
          </Button>
        )
      }
    >
      <EnterMovesOn ref={scope} className={classes.workspace} onEnd={() => void review()}>
        <SaleEntry sale={sale} searchRef={search} onAskSupervisor={() => void saveWithApproval()} />
        <SaleSide sale={sale} onReview={() => void review()} />
      </EnterMovesOn>
      {sale.reviewing && (
        <ReviewPopup
          draft={draft}
          quoted={sale.reviewing}
          create={create}
          deliver={sale.deliver}
          onDeliver={sale.setDeliver}
          onSave={() => void save()}
          onBack={sale.backFromReview}
        />
      )}
    </Page>
  );
}
