import { memo, type ReactNode, type SyntheticEvent } from 'react';
import classes from './data-list.module.css';

export const ROW_HEIGHT = 44;

interface Props<Row> {
  row: Row;
  index: number;
  columns: readonly { id: string; align?: 'right'; cell: (row: Row) => ReactNode }[];
  /** CSS grid tracks. */
  tracks: string;
  isActive: boolean;
  isOpen: boolean;
  /** `null`: rows of this list are not chosen. */
  isChosen: boolean | null;
  /** What its box is called. */
  boxLabel: string | null;
}

/**
 * One row of a list. Only drawn anew when something of it changes: while one scrolls, those that come into sight are.
 * The list listens for all of its rows, and `indexOf` tells it which one something happened to.
 */
export const DataRow = memo(function DataRow<Row>(props: Props<Row>) {
  const { row, index, columns, tracks, isActive, isOpen, isChosen, boxLabel } = props;
  return (
    <div
      role="row"
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={isChosen ?? isOpen}
      className={classes.row}
      data-index={index}
      data-open={isOpen || undefined}
      style={{
        gridTemplateColumns: tracks,
        height: ROW_HEIGHT,
        transform: `translateY(${index * ROW_HEIGHT}px)`,
      }}
    >
      {boxLabel !== null && (
        <div role="gridcell" data-box>
          <input
            type="checkbox"
            className={classes.box}
            tabIndex={-1}
            aria-label={boxLabel}
            checked={isChosen === true}
            onChange={() => undefined}
          />
        </div>
      )}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" data-align={column.align}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}) as <Row>(props: Props<Row>) => ReactNode;

/** Which row something happened to; `null` when it was none. */
export function indexOf({ target }: SyntheticEvent): number | null {
  const index = target instanceof Element ? target.closest<HTMLElement>('[data-index]')?.dataset['index'] : undefined;
  return index === undefined ? null : Number(index);
}

/** Whether it happened to the box of a row. */
export function isInBox({ target }: SyntheticEvent): boolean {
  return target instanceof Element && target.closest('[data-box]') !== null;
}
