import { Anchor, Button } from '@mantine/core';
import { detailsOf } from '../../api-problem.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SentAlreadyNote } from '../../ui/sent-already-note.tsx';
import { WaitingNote } from '../../ui/waiting-note.tsx';
import { AccountCard } from './account-card.tsx';
import { LostNote } from './lost-note.tsx';
import { PaymentBlock } from './payment-block.tsx';
import classes from './sale.module.css';
import { paymentChoice } from './sale-draft.ts';
import { Totals } from './totals.tsx';
import type { Sale } from './use-sale.ts';
import { Warnings } from './warnings.tsx';

interface Props {
  sale: Sale;
  onSave: () => void;
  onReview: () => void;
  onStartOver: () => void;
}

/** Who pays, how much, and how. */
export function SaleSide({ sale, onSave, onReview, onStartOver }: Props) {
  const { draft, change, problems, quote, saving } = sale;
  const isSentAlready = detailsOf(problems.rest, 'CONFLICT')?.field === 'requestId';
  return (
    <div className={classes.side}>
      {draft.lost && (
        <LostNote
          lost={draft.lost}
          total={quote && (paymentChoice(draft) === 'CASH' ? quote.cashTotal : quote.totalAmount)}
        />
      )}
      <AccountCard customer={draft.customer} />
      <Panel>
        <Totals quote={quote} isStale={sale.isStale} />
      </Panel>
      <Panel title={t.sale.payment}>
        <PaymentBlock
          draft={draft}
          payment={sale.payment}
          error={(path) => problems.fields.get(path)}
          onChange={change}
        />
      </Panel>
      {quote && <Warnings warnings={quote.warnings.filter(isNotSaidElsewhere)} />}
      {isSentAlready ? (
        <SentAlreadyNote onStartOver={onStartOver} onAnother={sale.asAnother} />
      ) : (
        <ProblemNote problem={saving.isWaiting ? null : problems.rest} />
      )}
      {saving.isWaiting && <WaitingNote onStop={saving.stopWaiting} />}
      <Button
        onClick={onSave}
        disabled={!sale.canSave}
        loading={saving.isWaiting}
        aria-busy={saving.isBusy}
        rightSection={<KeyHint>F9</KeyHint>}
      >
        {t.sale.save}
      </Button>
      {sale.canSave && !saving.isWaiting && (
        <Anchor component="button" type="button" size="sm" ta="center" c="dimmed" onClick={onReview}>
          {t.sale.review}
        </Anchor>
      )}
    </div>
  );
}

/** What is missing is told next to its line. */
function isNotSaidElsewhere({ code }: { code: string }): boolean {
  return code !== 'INSUFFICIENT_STOCK';
}
