import { EmptyState, Skeleton, Stack } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { List } from '../data/use-list.ts';
import classes from './data-list.module.css';
import { ProblemNote } from './problem-note.tsx';

export interface Column<Row> {
  id: string;
  header: string;
  /** A CSS grid track; default `1fr`. */
  width?: string;
  align?: 'right';
  cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  label: string;
  list: List<Row>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => number;
  openKey?: number | null;
  onOpen: (row: Row) => void;
  /** What to say when there is nothing, and what to do about it. */
  empty: { title: string; description?: string; action?: ReactNode };
}

const ROW_HEIGHT = 44;

/** Rows of a keyset list, drawn only where one looks. Arrows move, Enter opens. */
export function DataList<Row>({ label, list, columns, rowKey, openKey = null, onOpen, empty }: Props<Row>) {
  const { rows } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const drawn = virtualizer.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  const { hasMore, loadMore } = list;
  useEffect(() => {
    if (hasMore && lastDrawn >= rows.length - 20) loadMore();
  }, [hasMore, lastDrawn, loadMore, rows.length]);

  const tracks = { gridTemplateColumns: columns.map(({ width }) => width ?? 'minmax(0, 1fr)').join(' ') };
  const activeIndex = Math.min(active, Math.max(rows.length - 1, 0));

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
    const row = rows[activeIndex];
    if (event.key === 'Enter' && row !== undefined) {
      event.preventDefault();
      onOpen(row);
    }
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(activeIndex + step, 0), rows.length - 1);
    setActive(next);
    virtualizer.scrollToIndex(next);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus());
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
  return (
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      className={classes.list}
      data-stale={list.isStale || undefined}
    >
      <div ref={scroller} className={classes.scroller} role="rowgroup">
        <div role="row" className={classes.head} style={tracks} aria-rowindex={1}>
          {columns.map((column) => (
            <div key={column.id} role="columnheader" data-align={column.align}>
              {column.header}
            </div>
          ))}
        </div>
        <div className={classes.sheet} style={{ height: virtualizer.getTotalSize() }} role="presentation">
          {drawn.map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div
                key={rowKey(row)}
                role="row"
                tabIndex={index === activeIndex ? 0 : -1}
                aria-rowindex={index + 2}
                aria-selected={rowKey(row) === openKey}
                className={classes.row}
                data-index={index}
                style={{ ...tracks, height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
                onClick={() => {
                  setActive(index);
                  onOpen(row);
                }}
                onFocus={() => setActive(index)}
                onKeyDown={move}
              >
                {columns.map((column) => (
                  <div key={column.id} role="gridcell" data-align={column.align}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function ListSkeleton() {
  return (
    <Stack gap={10} mt="md" aria-busy="true">
      {Array.from({ length: 10 }, (_, index) => (
        <Skeleton key={index} height={28} />
      ))}
    </Stack>
  );
}
