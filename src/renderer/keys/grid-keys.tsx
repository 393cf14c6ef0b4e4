import { Box } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { ENTER_GROUP, focusField } from './focus.ts';

interface Props {
  /** Which way Enter goes through the cells. At the end it leaves the grid for the next field. */
  enter: 'across' | 'down';
  children: ReactNode;
}

/** Moves through cells marked `data-row` and `data-column`: arrows go everywhere, Enter in the order of the paper. */
export function GridKeys({ enter, children }: Props) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = target(event.currentTarget, cell, event.key, enter);
    if (!next) return;
    event.preventDefault();
    focusField(next);
  };
  return (
    <Box onKeyDown={move} {...ENTER_GROUP}>
      {children}
    </Box>
  );
}

function target(grid: HTMLElement, cell: HTMLElement, key: string, enter: 'across' | 'down'): HTMLElement | undefined {
  const cells = [...grid.querySelectorAll<HTMLElement>('[data-row][data-column]')];
  const row = Number(cell.dataset.row);
  const column = Number(cell.dataset.column);
  const at = (wantedRow: number, wantedColumn: number) =>
    cells.find((other) => Number(other.dataset.row) === wantedRow && Number(other.dataset.column) === wantedColumn);
  switch (key) {
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowDown':
      return at(row + 1, column);
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'Enter':
      return enter === 'across' ? (at(row, column + 1) ?? at(row + 1, 0)) : (at(row + 1, column) ?? at(0, column + 1));
    default:
      return undefined;
  }
}
