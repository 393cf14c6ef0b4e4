import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'wouter';
import { formatDollars } from '../../format.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { focusField, focusFirstWrong } from '../../keys/focus.ts';
import { holdTyping } from '../../keys/type-ahead.ts';
import { t } from '../../texts/index.ts';
import { Page } from '../../ui/page.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { toastWork } from '../jobs/work-toast.tsx';
import { ReviewPopup } from './review-popup.tsx';
import { nextChoice } from './payment.ts';
import { isStarted, paymentChoice } from './sale-draft.ts';
import { SaleEntry } from './sale-entry.tsx';
import { SaleSide } from './sale-side.tsx';
import classes from './sale.module.css';
import { useSale } from './use-sale.ts';
import { useSaleScans } from './use-sale-scans.ts';
import type { SavedSale } from './use-saving.ts';

/** One customer, one screen: F4 customer, goods, F8 money, F9 saved, and the next one. */
export function SaleScreen() {
  const sale = useSale();
  const { draft, change, saving } = sale;
  const [, go] = useLocation();
  const scope = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);

  const startOver = () => {
    if (saving.isBusy) return;
    const before = sale.startOver();
    focusField(search.current);
    if (isStarted(before)) {
      toastDone(t.distribution.cleared, { label: t.distribution.undo, run: () => void sale.replace(before) });
    }
  };
  const pay = () => {
    const method = paymentChoice(draft);
    const paying = scope.current?.querySelector('[data-paying]');
    // Once more: the next way to pay.
    const isAgain = paying?.contains(document.activeElement) ?? false;
    // At once: its field must stand to be typed into.
    flushSync(() => {
      if (isAgain) change({ method: nextChoice(method) });
      else if (method === 'LATER') change({ method: 'CASH' });
    });
    focusField(paying?.querySelector<HTMLElement>('[data-pay]') ?? paying?.querySelector<HTMLElement>('input:checked'));
  };
  const done = ({ transaction, invoice, receipt, change: back }: SavedSale) => {
    const papers = [invoice ?? transaction, ...(receipt === null ? [] : [receipt])];
    const given = back === null ? '' : ` · ${t.sale.change} ${formatDollars(back)}`;
    sale.startOver();
    toastWork(`${t.sale.saved(invoice?.number ?? transaction.number)}${given}`, {
      numbers: papers.map(({ number }) => number),
      ...(invoice ? { action: { label: t.actions.open, run: () => go(`/invoices/${invoice.id}`) } } : {}),
    });
  };
  const send = async (save: () => Promise<SavedSale | null>) => {
    // The next customer's first letters may be typed already.
    const release = holdTyping();
    const saved = await save();
    if (saved) done(saved);
    // Once a popup has given focus back.
    setTimeout(() => {
      if (saved) focusField(search.current);
      release(saved !== null);
    });
  };
  const save = () => {
    if (draft.customer === null) focusField(search.current);
    else if (!sale.canSave) focusFirstWrong(scope.current);
    else if (!saving.isBusy) void send(saving.save);
  };
  const review = () => {
    if (draft.customer === null) focusField(search.current);
    else if (!sale.canSave) focusFirstWrong(scope.current);
    else void saving.review();
  };

  const scanned = useSaleScans(sale, [
    { key: 'F4', label: t.keys.findCustomer, run: () => focusField(search.current) },
    { key: 'F8', label: t.keys.pay, run: pay },
    { key: 'F9', label: t.keys.saveAndPrint, run: save },
    { key: 'Shift+F9', label: t.sale.review, run: review },
    { key: 'F2', label: t.keys.newSale, run: startOver },
    { key: 'Escape', label: t.keys.back, run: () => go('/') },
  ]);
  // Only what a save was refused for takes the focus away from where one types.
  const isRefused = saving.problem !== null && saving.reviewing === null;
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
      <EnterMovesOn ref={scope} className={classes.workspace} onEnd={review}>
        <SaleEntry
          sale={sale}
          searchRef={search}
          scanned={scanned}
          onAskSupervisor={() => void send(saving.saveWithApproval)}
        />
        <SaleSide sale={sale} onSave={save} onReview={review} onStartOver={startOver} />
      </EnterMovesOn>
      {saving.reviewing && (
        <ReviewPopup
          draft={draft}
          review={saving.reviewing}
          isSaving={saving.isSending}
          deliver={saving.deliver}
          onDeliver={saving.setDeliver}
          onSave={save}
          onBack={saving.backFromReview}
        />
      )}
    </Page>
  );
}
