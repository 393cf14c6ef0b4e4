import { instantOf } from '../../shared/dates.ts';
import type { Db } from '../db/db.ts';
import { letLaneGo, noteLaneRests } from '../services/jobs.ts';
import type { JobEnd } from './job-end.ts';
import { pauseAfter } from './retry.ts';

/** One letter or document may be at fault for one failure, hardly for three in a row. */
const FAILURES_IN_A_ROW = 3;
/** Whoever has turned the printer on again is waiting in front of it. Milliseconds. */
export const LONGEST_REST_MS = 30_000;

export interface LaneRests {
  /** Takes in how a job of the lane ended, after that is written down. */
  note(lane: string, end: JobEnd, now: Date): void;
  /** The lanes in which nothing is tried now. */
  resting(now: Date): string[];
  /** Somebody asks for a try by hand: he may have seen to the cause. */
  wake(): void;
}

/**
 * A printer that is off or a mail server that is down is tried by one job after each rest, not by every job that waits
 * for it: a queue of a thousand would keep the counter's books busy for nothing. What waits says what for, and goes out
 * in its old order as soon as one job has got through.
 *
 * @param chance a number from 0 up to 1, anew for each rest
 */
export function openLaneRests(db: Db, chance: () => number): LaneRests {
  const lanes = new Map<string, { failures: number; until: number }>();
  return {
    note(lane, end, now) {
      const failures = (lanes.get(lane)?.failures ?? 0) + 1;
      if (end.state !== 'again') {
        if (failures > FAILURES_IN_A_ROW) letLaneGo(db, lane, instantOf(now));
        lanes.delete(lane);
        return;
      }
      if (failures < FAILURES_IN_A_ROW) {
        lanes.set(lane, { failures, until: 0 });
        return;
      }
      const pause = pauseAfter(failures - FAILURES_IN_A_ROW + 1, chance()) ?? LONGEST_REST_MS;
      lanes.set(lane, { failures, until: now.getTime() + Math.min(pause, LONGEST_REST_MS) });
      noteLaneRests(db, lane, end.reason);
    },
    resting(now) {
      const rests = Array.from(lanes).filter(([, { until }]) => isWithin(until - now.getTime()));
      return rests.map(([lane]) => lane);
    },
    wake() {
      for (const rest of lanes.values()) rest.until = 0;
    },
  };
}

/** A clock that was set back makes no rest longer. */
function isWithin(left: number): boolean {
  return left > 0 && left <= LONGEST_REST_MS;
}
