import { Skeleton } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import classes from './chart.module.css';
import { along, type Axis, labelsWithRoom } from './scale.ts';
import { colourOf } from './series.ts';

export interface ChartColumn {
  key: string;
  /** Below the column: `20 Jan`. */
  label: string;
  /** One for each series, in their order. */
  values: readonly number[];
  /** Shown while one looks at it, and read out: `20 Jan 2026: $1,234.50`. */
  readout: string;
  /** The values in words, where there are several; empty for what is not worth one. */
  words?: readonly string[];
}

/** What both kinds of chart are told. */
export interface ChartProps {
  label: string;
  /** `undefined`: not known yet. */
  columns: readonly ChartColumn[] | undefined;
  /** What the values of a column are of; named in a legend where there are several. */
  series: readonly string[];
  /** Which colour each series has; by its place when left out. */
  colours?: readonly number[];
  formatTick: (value: number) => string;
  /** Instead of a chart of nothing. */
  empty: string;
  height?: number;
}

export interface Plot {
  /** The middle of a column, and how wide it is. */
  x: (index: number) => number;
  band: number;
  y: (value: number) => number;
  active: number | null;
}

interface Props extends ChartProps {
  axis: Axis;
  draw: (plot: Plot, columns: readonly ChartColumn[]) => ReactNode;
}

const FOOT = 24;
const TOP = 8;
const CHARACTER = 6.6;

/** The frame of every chart: axes, legend, and columns one goes through with the arrows to have them read out. */
export function Chart({ label, columns, series, colours, formatTick, empty, height = 190, axis, draw }: Props) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [active, setActive] = useState<number | null>(null);
  const isEmpty = columns !== undefined && columns.every(({ values }) => values.every((value) => value === 0));
  if (columns === undefined) return <Skeleton height={height + 28} aria-busy="true" />;
  if (isEmpty) {
    return (
      <div className={classes.chart}>
        <div className={classes.empty} style={{ height: height / 2 }}>
          {empty}
        </div>
      </div>
    );
  }
  const gutter = Math.ceil(Math.max(...axis.ticks.map((tick) => formatTick(tick).length)) * CHARACTER) + 10;
  const band = Math.max(width - gutter, 0) / columns.length;
  const plot: Plot = {
    band,
    active,
    x: (index) => gutter + band * (index + 0.5),
    y: along(axis, height - FOOT, TOP),
  };
  const here = active === null ? undefined : columns[active];
  const longest = Math.max(...columns.map((column) => column.label.length));
  const isLabelled = labelsWithRoom(columns.length, width - gutter, longest * CHARACTER + 10);
  return (
    <div className={classes.chart}>
      <div className={classes.words} aria-hidden>
        {series.length > 1 && (
          <div className={classes.legend}>
            {series.map((name, index) => (
              <span key={name}>
                <i style={{ background: colourOf(index, colours) }} />
                {name}
                {here?.words?.[index] && <b>{here.words[index]}</b>}
              </span>
            ))}
          </div>
        )}
        <span className={classes.readout}>{here?.readout}</span>
      </div>
      <div className={classes.plot} ref={ref}>
        <svg width={width} height={height} role="group" aria-label={label}>
          {axis.ticks.map((tick) => (
            <g key={tick} aria-hidden>
              <line
                className={tick === 0 ? `${classes.grid} ${classes.zero}` : classes.grid}
                x1={gutter}
                x2={width}
                y1={plot.y(tick)}
                y2={plot.y(tick)}
              />
              <text className={classes.label} x={gutter - 8} y={plot.y(tick)} dy="0.35em" textAnchor="end">
                {formatTick(tick)}
              </text>
            </g>
          ))}
          {active !== null && (
            <rect
              className={classes.here}
              x={plot.x(active) - band / 2}
              width={band}
              y={TOP}
              height={height - FOOT - TOP}
            />
          )}
          <g aria-hidden>{draw(plot, columns)}</g>
          <g aria-hidden>
            {columns.map(
              (column, index) =>
                isLabelled[index] && (
                  <text
                    key={column.key}
                    className={classes.label}
                    x={plot.x(index)}
                    y={height - 6}
                    textAnchor={anchorAt(plot.x(index), longest * CHARACTER, width)}
                  >
                    {column.label}
                  </text>
                ),
            )}
          </g>
          <Columns columns={columns} series={series} plot={plot} height={height} onActive={setActive} />
        </svg>
      </div>
    </div>
  );
}

/** The last label keeps within the chart. */
function anchorAt(x: number, room: number, width: number): 'middle' | 'end' {
  return x + room / 2 > width + 6 ? 'end' : 'middle';
}

function saidOf({ readout, words = [] }: ChartColumn, series: readonly string[]): string {
  const named = series.map((name, index) => words[index] && `${name} ${words[index]}`).filter(Boolean);
  return named.length === 0 ? readout : `${readout}: ${named.join(', ')}`;
}

interface ColumnsProps {
  columns: readonly ChartColumn[];
  series: readonly string[];
  plot: Plot;
  height: number;
  onActive: (index: number | null) => void;
}

/** What is under the mouse or has the focus: one stop for Tab, the arrows go along. */
function Columns({ columns, series, plot, height, onActive }: ColumnsProps) {
  const [stop, setStop] = useState(columns.length - 1);
  const at = Math.min(stop, columns.length - 1);
  const move = (event: KeyboardEvent<SVGRectElement>) => {
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: columns.length - 1 };
    const wanted = steps[event.key];
    if (wanted === undefined || event.altKey) return;
    event.preventDefault();
    const next = Math.min(Math.max(wanted, 0), columns.length - 1);
    const [...all] = event.currentTarget.parentElement?.querySelectorAll('rect') ?? [];
    all[next]?.focus();
  };
  return (
    <g>
      {columns.map((column, index) => (
        <rect
          key={column.key}
          role="img"
          aria-label={saidOf(column, series)}
          className={classes.column}
          tabIndex={index === at ? 0 : -1}
          x={plot.x(index) - plot.band / 2 + 1}
          width={Math.max(plot.band - 2, 0)}
          y={1}
          height={height - 2}
          onMouseEnter={() => onActive(index)}
          onMouseLeave={() => onActive(null)}
          onFocus={() => {
            setStop(index);
            onActive(index);
          }}
          onBlur={() => onActive(null)}
          onKeyDown={move}
        />
      ))}
    </g>
  );
}
