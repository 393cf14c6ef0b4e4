import { Checkbox, EmptyState, Skeleton, Stack } from '@mantine/core';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { List } from '../data/use-list.ts';
import { t } from '../texts/index.ts';
import classes from './data-list.module.css';
import { DataRow, indexOf, isInBox, ROW_HEIGHT } from './data-row.tsx';
import { type Selection, useListSelection } from './list-selection.ts';
import { FREE, GAP, widthOf } from './list-tracks.ts';
import { ColumnHead, type Sorting } from './column-head.tsx';
import { ProblemNote } from './problem-note.tsx';

export interface Column<Row> {
  id: string;
  header: string;
  /** A CSS grid track, the least it takes first; default `1fr`. */
  width?: string;
  align?: 'right';
  /** What the list is sorted by when this column's head is pressed. */
  sort?: string;
  cell: (row: Row) => ReactNode;
}

interface Props<Row, Sort extends string> {
  label: string;
  list: List<Row>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => number;
  openKey?: number | null;
  onOpen: (row: Row) => void;
  /** Told which row the keys are about, and when there is none. */
  onActive?: (key: number | null) => void;
  /** Columns that say so can be sorted by. */
  sort?: Sorting<Sort>;
  /** Rows can be chosen to be worked on together. */
  selection?: Selection<Row>;
  /** Work starts in the list. */
  isFirst?: boolean;
  /** What to say when there is nothing, and what to do about it. */
  empty: { title: string; description?: string; action?: ReactNode };
}

/** Rows of a keyset list, drawn only where one looks. Arrows move, Enter opens. */
export function DataList<Row, Sort extends string = never>(props: Props<Row, Sort>) {
  const {
    label,
    list,
    columns,
    rowKey,
    openKey = null,
    onOpen,
    onActive,
    selection,
    isFirst = false,
    empty,
    sort,
  } = props;
  const { rows } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const activeIndex = Math.min(active, Math.max(rows.length - 1, 0));
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    // A wheel is no reason to draw at once, between two frames, what the next one draws anew.
    useFlushSync: false,
    rangeExtractor: (range) => withActive(range, activeIndex),
  });
  const drawn = virtualizer.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  const { hasMore, loadMore } = list;
  useEffect(() => {
    if (hasMore && lastDrawn >= rows.length - 20) loadMore();
  }, [hasMore, lastDrawn, loadMore, rows.length]);

  const chosen = useListSelection({ rows, rowKey, selection });
  const activeRow = rows[activeIndex];
  const activeKey = activeRow === undefined ? null : rowKey(activeRow);
  useEffect(() => onActive?.(activeKey), [activeKey, onActive]);

  const focusRow = (index: number) =>
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: isMoving.current });
  const wantsFocus = useRef(isFirst);
  const isMoving = useRef(false);
  const hadFocus = useRef(false);
  const isDrawn = drawn.length > 0;
  useLayoutEffect(() => {
    // A row can be focused once it is drawn, which is after the list has been measured.
    if (activeKey === null || !isDrawn) return;
    // A row that is done with leaves the list and takes the focus with it: the next one is worked on.
    const isLost = hadFocus.current && document.activeElement === document.body;
    // Rows may come late, when somebody types already.
    const isFree = wantsFocus.current && !(document.activeElement instanceof HTMLInputElement);
    if (isFree || isLost || isMoving.current) focusRow(activeIndex);
    wantsFocus.current = false;
    isMoving.current = false;
  }, [activeIndex, activeKey, isDrawn]);

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW_HEIGHT) / ROW_HEIGHT) - 1);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -rows.length,
      End: rows.length,
    };
    const step = steps[event.key];
    if (event.key === 'Enter' && activeRow !== undefined) {
      event.preventDefault();
      onOpen(activeRow);
    }
    if (chosen.hear(event, activeIndex) || step === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(activeIndex + step, 0), rows.length - 1);
    if (event.shiftKey) chosen.extend(activeIndex, next);
    else chosen.forgetRange();
    isMoving.current = next !== activeIndex;
    setActive(next);
    virtualizer.scrollToIndex(next);
  };

  if (list.problem !== null && rows.length === 0) return <ProblemNote problem={list.problem} onRetry={list.retry} />;
  if (list.isLoading) return <ListSkeleton />;
  if (rows.length === 0) {
    return (
      <EmptyState className={classes.empty} title={empty.title} description={empty.description}>
        {empty.action !== undefined && <EmptyState.Actions>{empty.action}</EmptyState.Actions>}
      </EmptyState>
    );
  }
  const tracks = [selection && '20px', ...columns.map(({ width }) => width ?? FREE)].filter(Boolean).join(' ');
  // Narrower than that, one scrolls sideways rather than lose a column.
  const minWidth = widthOf(columns.map(({ width }) => width)) + (selection ? 20 + GAP : 0);
  const press = (event: MouseEvent) => {
    const index = indexOf(event);
    const row = index === null ? undefined : rows[index];
    if (index === null || row === undefined) return;
    if (isInBox(event)) {
      if (event.shiftKey) chosen.extend(activeIndex, index);
      else chosen.toggle(index);
      return;
    }
    setActive(index);
    onOpen(row);
  };
  return (
    <div
      role="grid"
      data-list
      aria-busy={list.isStale}
      aria-label={label}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-multiselectable={selection ? true : undefined}
      className={classes.list}
      data-stale={list.isStale || undefined}
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={() => {
        hadFocus.current = false;
      }}
    >
      <div ref={scroller} className={classes.scroller} role="rowgroup">
        <div role="row" className={classes.head} style={{ gridTemplateColumns: tracks, minWidth }} aria-rowindex={1}>
          {selection && (
            <div role="columnheader">
              <Checkbox
                size="xs"
                tabIndex={-1}
                aria-label={t.batch.selectAll}
                checked={chosen.isAll}
                indeterminate={!chosen.isAll && selection.keys.size > 0}
                onChange={() => (chosen.isAll ? selection.onChange(new Set()) : chosen.all())}
              />
            </div>
          )}
          {columns.map((column) => (
            <ColumnHead key={column.id} column={column} sort={sort} />
          ))}
        </div>
        <div
          className={classes.sheet}
          style={{ height: virtualizer.getTotalSize(), minWidth }}
          role="presentation"
          onClick={press}
          onFocus={(event) => setActive(indexOf(event) ?? activeIndex)}
          onKeyDown={move}
        >
          {drawn.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const key = rowKey(row);
            return (
              <DataRow
                key={key}
                row={row}
                index={index}
                columns={columns}
                tracks={tracks}
                isActive={index === activeIndex}
                isOpen={key === openKey}
                isChosen={selection ? selection.keys.has(key) : null}
                boxLabel={selection ? `${t.batch.select} ${selection.labelOf(row)}` : null}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The row that the keys are about stays while one scrolls away from it: a row that goes takes the focus with it. */
function withActive(range: Range, active: number): number[] {
  const inSight = defaultRangeExtractor(range);
  if (active >= range.count || inSight.includes(active)) return inSight;
  return [...inSight, active].toSorted((a, b) => a - b);
}

function ListSkeleton() {
  return (
    <Stack gap={10} mt="md" data-list aria-busy="true">
      {Array.from({ length: 10 }, (_, index) => (
        <Skeleton key={index} height={28} />
      ))}
    </Stack>
  );
}
