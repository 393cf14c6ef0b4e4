import { Chart, type ChartProps } from './chart.tsx';
import classes from './chart.module.css';
import { niceAxis } from './scale.ts';
import { colourOf } from './series.ts';

interface Props extends ChartProps {
  /** Whole things are counted: no half steps at the axis. */
  isCount?: boolean;
}

/** A line for each series from column to column; a single one is filled down to zero. */
export function LineChart({ isCount = false, ...props }: Props) {
  const { columns = [], series, colours } = props;
  const axis = niceAxis(
    columns.flatMap(({ values }) => values),
    4,
    isCount ? 1 : 0,
  );
  return (
    <Chart
      {...props}
      axis={axis}
      draw={({ x, y, active }, shown) =>
        series.map((name, part) => {
          const points = shown.map(({ values }, index) => [x(index), y(values[part] ?? 0)] as const);
          const path = points.map(([left, top], index) => `${index === 0 ? 'M' : 'L'}${left} ${top}`).join('');
          const colour = colourOf(part, colours);
          const [first, last] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? 0];
          return (
            <g key={name}>
              {series.length === 1 && (
                <path d={`${path}L${last} ${y(0)}L${first} ${y(0)}Z`} fill={colour} opacity={0.12} />
              )}
              <path d={path} className={classes.line} stroke={colour} />
              {points.map(([left, top], index) => (
                <circle
                  key={shown[index]?.key}
                  className={classes.dot}
                  cx={left}
                  cy={top}
                  r={index === active ? 4.5 : 3}
                  fill={colour}
                />
              ))}
            </g>
          );
        })
      }
    />
  );
}
