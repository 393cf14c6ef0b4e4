import { formatMonth } from '../../../shared/dates.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { BarChart } from '../../ui/chart/bar-chart.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { CardPart } from './card-part.tsx';
import { ReadingsList } from './readings-list.tsx';

/** Gas used, month by month, and the readings it was worked out from. */
export function MeterTab({ customerId }: { customerId: number }) {
  return (
    <>
      <CardPart title={t.meterCard.chartTitle}>
        <UsageChart customerId={customerId} />
      </CardPart>
      <ReadingsList customerId={customerId} />
    </>
  );
}

function UsageChart({ customerId }: { customerId: number }) {
  const { data, error, refetch } = useVerb('customers.meterUsage', { id: customerId });
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  return (
    <BarChart
      label={t.meterCard.chart}
      columns={data?.items.map(({ month, usage, isEstimated }) => ({
        key: month,
        label: formatMonth(month),
        values: [Number(usage)],
        readout: t.meterCard.said(formatMonth(month), usage, isEstimated),
      }))}
      series={[t.meterCard.usage]}
      formatTick={(value) => (Number.isInteger(value) ? formatCount(value) : String(value))}
      empty={t.meterCard.empty}
      height={170}
    />
  );
}
