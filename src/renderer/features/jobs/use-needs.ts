import type { WireInput } from '../../../shared/contract/index.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { isTriedAgain, type Job } from './job-words.ts';

/** Soon enough for a queue at the counter, and cheap: each reads a handful of rows by an index. */
const EVERY_MS = 4_000;
/** As many of those under way as are looked at for one that waits. */
const LOOK_AT = 50;

export interface Needs {
  /** `null`: more than the host counts. */
  failed: number | null;
  uncertain: number | null;
  underWay: number | null;
  /** The newest of each, to be named when it is the only one. */
  newestFailed: Job | undefined;
  newestUncertain: Job | undefined;
  /** Did not go through at once: the printer is off, or the server does not answer. They are tried again by themselves. */
  waiting: readonly Job[];
}

/** What of printing and mail needs somebody, as far as this person may see it; `undefined` until it is known. */
export function useNeeds(): Needs | undefined {
  const failed = useNewest({ needsSomebody: true, state: 'failed', limit: 1 });
  const uncertain = useNewest({ needsSomebody: true, state: 'uncertain', limit: 1 });
  const underWay = useNewest({ underWay: true, limit: LOOK_AT });
  if (!failed || !uncertain || !underWay) return undefined;
  return {
    failed: failed.total,
    uncertain: uncertain.total,
    underWay: underWay.total,
    newestFailed: failed.items[0],
    newestUncertain: uncertain.items[0],
    waiting: underWay.items.filter((job) => isTriedAgain(job) && job.subject !== 'test'),
  };
}

export function countText(count: number | null): string {
  return count === null ? t.home.moreThan : formatCount(count);
}

/** Both together; `null` when either is beyond counting. */
export function sumNeeds({ failed, uncertain }: Needs): number | null {
  return failed === null || uncertain === null ? null : failed + uncertain;
}

function useNewest(filter: Pick<WireInput<'jobs.list'>, 'state' | 'needsSomebody' | 'underWay' | 'limit'>) {
  return useVerb('jobs.list', filter, { every: EVERY_MS }).data;
}
