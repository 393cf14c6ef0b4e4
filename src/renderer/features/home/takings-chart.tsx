import { formatBusinessDate } from '../../../shared/dates.ts';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { formatCount, formatDollars } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { BarChart } from '../../ui/chart/bar-chart.tsx';

interface Props {
  /** Today last; `undefined`: not known yet. */
  days: WireOutput<'reports.takings'>['items'] | undefined;
}

/** Money taken on each of the last days. */
export function TakingsChart({ days }: Props) {
  return (
    <BarChart
      label={t.home.takingsChart}
      columns={days?.map(({ date, total }) => ({
        key: date,
        // All of them fit; which month it is, the day one looks at says.
        label: String(Number(date.slice(8))),
        values: [Number(total)],
        readout: t.home.takenOn(formatBusinessDate(date), formatDollars(total)),
      }))}
      series={[t.home.takingsChart]}
      formatTick={formatCount}
      empty={t.home.nothingTakenLately}
      height={150}
    />
  );
}
