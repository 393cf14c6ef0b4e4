import { Text } from '@mantine/core';
import { centsOf, formatDollars, formatMoney } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/facts.tsx';
import type { Quote } from './use-quote.ts';
import classes from './sale.module.css';

type Figures = Pick<Quote, 'netAmount' | 'roundingAmount' | 'totalAmount' | 'taxes'>;

const NOTHING: Figures = { netAmount: '0.00', roundingAmount: '0.00', totalAmount: '0.00', taxes: [] };

/** Net, GST by rate, rounding, and the one figure the customer asks for. */
export function Totals({ quote, isStale = false }: { quote: Figures | null; isStale?: boolean }) {
  const { netAmount, roundingAmount, totalAmount, taxes } = quote ?? NOTHING;
  return (
    <div className={isStale ? classes.stale : undefined} aria-live="polite">
      <Facts
        facts={[
          { label: t.sale.net, value: formatMoney(netAmount) },
          ...taxes
            .filter(({ category }) => category === 'SR')
            .map(({ category, rate, tax }) => ({ label: t.sale.gst(category, rate), value: formatMoney(tax) })),
          centsOf(roundingAmount) !== 0 && { label: t.sale.rounding, value: formatMoney(roundingAmount) },
        ]}
      />
      <div className={classes.total}>
        <Text fw={500}>{t.words.total}</Text>
        <Text fz={28} fw={600} lh={1.1} data-total>
          {formatDollars(totalAmount)}
        </Text>
      </div>
    </div>
  );
}
