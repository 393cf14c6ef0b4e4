import { formatMonth } from '../../../shared/dates.ts';
import { useEquipment } from '../../data/catalogue.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { LineChart } from '../../ui/chart/line-chart.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** A line for each equipment over the last twelve months. */
export function OnSiteChart({ customerId }: { customerId: number }) {
  const { data, error, refetch } = useVerb('customers.onSiteHistory', { id: customerId });
  const { items: equipment } = useEquipment();
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  const known = new Set(data?.items.flatMap(({ onSite }) => onSite.map(({ equipmentId }) => equipmentId)));
  const drawn = equipment.filter(({ id }) => known.has(id));
  const columns = data?.items.map(({ month, onSite }) => {
    const quantityOf = new Map(onSite.map(({ equipmentId, quantity }) => [equipmentId, quantity]));
    const values = drawn.map(({ id }) => quantityOf.get(id) ?? 0);
    const title = formatMonth(month);
    const isOne = values.length === 1;
    return {
      key: month,
      label: title,
      values,
      readout: isOne ? t.siteCard.said(title, formatCount(values[0] ?? 0)) : title,
      ...(!isOne && { words: values.map(formatCount) }),
    };
  });
  return (
    <LineChart
      label={t.siteCard.chart}
      columns={columns}
      series={drawn.map(({ name }) => name)}
      formatTick={formatCount}
      empty={t.siteCard.empty}
      isCount
    />
  );
}
