import { t } from '../../texts/index.ts';
import { jobTrouble } from './job-words.ts';
import { countText, type Needs, sumNeeds } from './use-needs.ts';

export interface Notice {
  words: string;
  /** Where there is only one, its reason has room. */
  reason: string | null;
  /** Something has to be done by somebody; otherwise it only waits. */
  isUrgent: boolean;
  canRetry: boolean;
  isMany: boolean;
}

/** What every screen says of printing and mail; `null` when all is well. */
export function noticeOf(needs: Needs): Notice | null {
  const { failed, uncertain, newestFailed, newestUncertain, waiting } = needs;
  const sum = sumNeeds(needs);
  if (sum !== 0) {
    const failure = failed === 1 && newestFailed ? jobTrouble(newestFailed) : t.jobs.manyFailed(countText(failed));
    const doubt =
      uncertain === 1 && newestUncertain ? jobTrouble(newestUncertain) : t.jobs.manyUncertain(countText(uncertain));
    return {
      words: [...(failed === 0 ? [] : [failure]), ...(uncertain === 0 ? [] : [doubt])].join('. '),
      reason: sum === 1 ? ((newestFailed ?? newestUncertain)?.reason ?? null) : null,
      isUrgent: true,
      canRetry: failed !== 0,
      isMany: failed !== 1,
    };
  }
  const [newest] = waiting;
  if (newest === undefined) return null;
  const isMany = waiting.length > 1;
  return {
    words: isMany ? t.jobs.manyWait(countText(waiting.length)) : jobTrouble(newest),
    reason: newest.reason,
    isUrgent: false,
    canRetry: true,
    isMany,
  };
}
