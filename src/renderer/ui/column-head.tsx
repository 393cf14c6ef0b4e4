import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import classes from './data-list.module.css';

/** What a list is sorted by: a column's `sort`, from the other end with `-` before it. */
export interface Sorting<Sort extends string> {
  by: Sort;
  sorts: readonly Sort[];
  onSort: (sort: Sort) => void;
}

interface Props<Sort extends string> {
  column: { header: string; align?: 'right'; sort?: string };
  sort: Sorting<Sort> | undefined;
}

/** The head of a column, which sorts by it; pressed again, from the other end. */
export function ColumnHead<Sort extends string>({ column: { header, align, sort: key }, sort }: Props<Sort>) {
  const ways = sort?.sorts.filter((way) => way === key || way === `-${key}`) ?? [];
  if (sort === undefined || key === undefined || ways.length === 0) {
    return (
      <div role="columnheader" data-align={align}>
        {header}
      </div>
    );
  }
  const isHere = ways.includes(sort.by);
  const isDown = sort.by.startsWith('-');
  const next = ways.find((way) => way !== sort.by);
  const Arrow = isDown ? IconArrowDown : IconArrowUp;
  return (
    <div role="columnheader" data-align={align} aria-sort={isHere ? (isDown ? 'descending' : 'ascending') : 'none'}>
      <UnstyledButton className={classes.sort} onClick={() => next !== undefined && sort.onSort(next)}>
        {header}
        {isHere && <Arrow size={13} aria-hidden />}
      </UnstyledButton>
    </div>
  );
}
