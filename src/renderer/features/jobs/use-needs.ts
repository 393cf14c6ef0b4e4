import type { WireInput } from '../../../shared/contract/index.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import type { Job } from './job-words.ts';

/** Soon enough for a queue at the counter, and cheap: each reads a handful of rows by an index. */
const EVERY_MS = 4_000;

export interface Needs {
  /** `null`: more than the host counts. */
  failed: number | null;
  uncertain: number | null;
  /** The newest of each, to be named when it is the only one. */
  newestFailed: Job | undefined;
  newestUncertain: Job | undefined;
}

/** What of printing and mail needs somebody, as far as this person may see it; `undefined` until it is known. */
export function useNeeds(): Needs | undefined {
  const failed = useNewest({ needsSomebody: true, state: 'failed' });
  const uncertain = useNewest({ needsSomebody: true, state: 'uncertain' });
  if (!failed || !uncertain) return undefined;
  return {
    failed: failed.total,
    uncertain: uncertain.total,
    newestFailed: failed.items[0],
    newestUncertain: uncertain.items[0],
  };
}

/** How many jobs are queued or running. */
export function useUnderWay(): number | null | undefined {
  return useNewest({ underWay: true })?.total;
}

export function countText(count: number | null): string {
  return count === null ? t.home.moreThan : formatCount(count);
}

/** Both together; `null` when either is beyond counting. */
export function sumNeeds({ failed, uncertain }: Needs): number | null {
  return failed === null || uncertain === null ? null : failed + uncertain;
}

function useNewest(filter: Pick<WireInput<'jobs.list'>, 'state' | 'needsSomebody' | 'underWay'>) {
  return useVerb('jobs.list', { ...filter, limit: 1 }, { every: EVERY_MS }).data;
}
