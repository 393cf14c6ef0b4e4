import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../api-problem.ts';
import type { List } from '../../data/use-list.ts';

/** A verb's answer that has all its rows at once, as a list is shown. */
export function wholeList<Row>(
  query: Pick<UseQueryResult<unknown, ApiProblem>, 'isPending' | 'isPlaceholderData' | 'error' | 'refetch'>,
  rows: Row[] = [],
): List<Row> {
  return {
    rows,
    total: rows.length,
    isLoading: query.isPending,
    isStale: query.isPlaceholderData,
    problem: query.error,
    hasMore: false,
    loadMore: () => undefined,
    retry: () => void query.refetch(),
  };
}
