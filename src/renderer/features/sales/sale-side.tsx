import { Button } from '@mantine/core';
import { t } from '../../texts/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { AccountCard } from './account-card.tsx';
import { PaymentBlock } from './payment-block.tsx';
import classes from './sale.module.css';
import { Totals } from './totals.tsx';
import type { Sale } from './use-sale.ts';
import { Warnings } from './warnings.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';

/** Who pays, how much, and how. */
export function SaleSide({ sale, onReview }: { sale: Sale; onReview: () => void }) {
  const { draft, change, problems, quote } = sale;
  return (
    <div className={classes.side}>
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
      <ProblemNote problem={problems.rest} />
      <Button onClick={onReview} disabled={!sale.canReview} rightSection={<KeyHint>F9</KeyHint>}>
        {t.sale.review}
      </Button>
    </div>
  );
}

/** What is missing is told next to its line. */
function isNotSaidElsewhere({ code }: { code: string }): boolean {
  return code !== 'INSUFFICIENT_STOCK';
}
