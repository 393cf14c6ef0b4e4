import { type KeyboardEvent, useRef } from 'react';

/** Rows chosen to be worked on together, by their keys. */
export interface Selection<Row> {
  keys: ReadonlySet<number>;
  onChange: (keys: ReadonlySet<number>) => void;
  /** What a row's box is called. */
  labelOf: (row: Row) => string;
}

interface Options<Row> {
  rows: readonly Row[];
  rowKey: (row: Row) => number;
  selection: Selection<Row> | undefined;
}

/** Where Shift began, and what was chosen then: going back takes rows out again. */
interface Range {
  from: number;
  before: ReadonlySet<number>;
}

/** Space chooses one, Shift and the arrows or a click a range, Ctrl+A all that are shown. */
export function useListSelection<Row>({ rows, rowKey, selection }: Options<Row>) {
  const range = useRef<Range | null>(null);

  const toggle = (index: number) => {
    const row = rows[index];
    if (!selection || row === undefined) return;
    const key = rowKey(row);
    range.current = { from: index, before: selection.keys };
    selection.onChange(
      selection.keys.has(key)
        ? new Set([...selection.keys].filter((other) => other !== key))
        : new Set([...selection.keys, key]),
    );
  };

  const extend = (from: number, to: number) => {
    if (!selection) return;
    range.current ??= { from, before: selection.keys };
    const { from: start, before } = range.current;
    const between = rows.slice(Math.min(start, to), Math.max(start, to) + 1);
    selection.onChange(new Set([...before, ...between.map(rowKey)]));
  };

  const all = () => selection?.onChange(new Set(rows.map(rowKey)));

  return {
    toggle,
    extend,
    all,
    isAll: rows.length > 0 && rows.every((row) => selection?.keys.has(rowKey(row)) === true),
    /** A move without Shift: the next range begins somewhere else. */
    forgetRange: () => {
      range.current = null;
    },
    /** @returns whether the key was about choosing. */
    hear(event: KeyboardEvent, index: number): boolean {
      if (!selection) return false;
      if (event.key === ' ') toggle(index);
      else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) all();
      else return false;
      event.preventDefault();
      return true;
    },
  };
}
