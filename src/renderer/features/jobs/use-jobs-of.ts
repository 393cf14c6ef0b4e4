import { useQueries } from '@tanstack/react-query';
import { call } from '../../api.ts';
import { isUnderWay, type Job } from './job-words.ts';

/** Printers answer within seconds: whoever waits at the counter is told at once. */
const WATCH_MS = 600;

/** `null`: the tests of printers and mail, which have no number. */
export type Numbered = string | null;

/**
 * The jobs about documents, newest first, watched until nothing of them is under way.
 *
 * @param options `isAsking`: something was asked for just now, whose job may not be there yet: watched all the same.
 *   `since`: what was known before then is no answer: the job has been tried again.
 */
export function useJobsOf(
  numbers: readonly Numbered[],
  { isAsking = false, since = 0 }: { isAsking?: boolean; since?: number } = {},
): { jobs: Job[]; isKnown: boolean } {
  return useQueries({
    queries: numbers.map((number) => ({
      queryKey: ['jobs.list', { search: number }],
      queryFn: () => call('jobs.list', { limit: 20, ...(number === null ? {} : { search: number }) }),
      refetchOnMount: 'always' as const,
      refetchInterval: ({ state }: { state: { data: { items: Job[] } | undefined } }) =>
        isAsking || state.data?.items.some((job) => isUnderWay(job.state)) ? WATCH_MS : (false as const),
    })),
    combine: (answers) => {
      const known = answers.filter(({ data, dataUpdatedAt }) => data !== undefined && dataUpdatedAt >= since);
      return { jobs: known.flatMap(({ data }) => data?.items ?? []), isKnown: known.length === answers.length };
    },
  });
}
