import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../api-problem.ts';
import { t } from '../../texts/index.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';

interface Props<Row> {
  label: string;
  query: UseQueryResult<unknown, ApiProblem>;
  rows: Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => number;
  onOpen: (row: Row) => void;
}

/** A report's rows, all of which are there at once. */
export function ReportList<Row>({ label, query, rows, columns, rowKey, onOpen }: Props<Row>) {
  const list = {
    rows,
    total: rows.length,
    isLoading: query.isPending,
    isStale: query.isPlaceholderData,
    problem: query.error,
    hasMore: false,
    loadMore: () => undefined,
    retry: () => void query.refetch(),
  };
  const empty = { title: t.reports.none, description: t.reports.noneHint };
  return <DataList label={label} list={list} columns={columns} rowKey={rowKey} onOpen={onOpen} empty={empty} isFirst />;
}
