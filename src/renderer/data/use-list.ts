import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ApiProblem } from '../api-problem.ts';

export interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
  total: number | null;
}

export interface List<Row> {
  rows: Row[];
  /** `null`: more than the host counts. `undefined`: not known yet. */
  total: number | null | undefined;
  isLoading: boolean;
  /** These rows answer an older search; the new answer is on its way. */
  isStale: boolean;
  problem: ApiProblem | null;
  hasMore: boolean;
  loadMore: () => void;
  retry: () => void;
}

interface Options<Row> {
  /** Asks again by itself while rows say so: milliseconds, or `false`. */
  every?: (rows: readonly Row[]) => number | false;
}

/** A keyset list, page by page as it is scrolled. `key` names the verb and its filters. */
export function useList<Row>(
  key: readonly unknown[],
  fetchPage: (cursor: string | undefined) => Promise<Page<Row>>,
  { every }: Options<Row> = {},
): List<Row> {
  const query = useInfiniteQuery<Page<Row>, ApiProblem, { pages: Page<Row>[] }, readonly unknown[], string | undefined>(
    {
      queryKey: ['list', ...key],
      queryFn: ({ pageParam }) => fetchPage(pageParam),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => every?.(state.data?.pages.flatMap((page) => page.items) ?? []) ?? false,
    },
  );
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return {
    rows,
    total: pages?.[0]?.total,
    isLoading: query.isPending,
    isStale: query.isPlaceholderData,
    problem: query.error,
    hasMore: query.hasNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}
