import { Chart, type ChartProps } from './chart.tsx';
import { niceAxis, reachOf, stacked } from './scale.ts';
import { colourOf } from './series.ts';

const WIDEST = 44;
/** Between the parts of a bar, so that two tints side by side are still two. */
const GAP = 1;

/** A bar for each column; several series stand on top of each other. */
export function BarChart(props: ChartProps) {
  const { columns = [], colours } = props;
  const axis = niceAxis(columns.flatMap(({ values }) => reachOf(values)));
  return (
    <Chart
      {...props}
      axis={axis}
      draw={({ x, y, band }, shown) => {
        const width = Math.min(band * 0.62, WIDEST);
        return shown.map((column, index) =>
          stacked(column.values).map(({ part, from, to }) => {
            const [top, bottom] = from < to ? [y(to), y(from)] : [y(from), y(to)];
            const height = bottom - top - (from === 0 ? 0 : GAP);
            if (height <= 0) return null;
            return (
              <rect
                key={`${column.key} ${part}`}
                x={x(index) - width / 2}
                width={width}
                y={top}
                height={height}
                rx={1.5}
                fill={colourOf(part, colours)}
              />
            );
          }),
        );
      }}
    />
  );
}
