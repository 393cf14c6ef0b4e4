import { desc } from 'drizzle-orm';
import { type BusinessDate, businessDateOf, formatInstant, type Instant, instantOf } from '../../shared/dates.ts';
import type { Db } from '../db/db.ts';
import { commits } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';

/** Clocks are set right by seconds all day long; from here on somebody should look. */
const TOLERANCE_MS = 60_000;

const lastCommit = statement((db) =>
  db
    .select({ instant: commits.instant, businessDate: commits.businessDate })
    .from(commits)
    .orderBy(desc(commits.seq))
    .limit(1)
    .prepare(),
);

/** A clock that stands before what is in the books already. */
export interface ClockBack {
  /** What the machine says. */
  now: Instant;
  /** The last commit's instant and day, which new documents go on with. */
  last: Instant;
  businessDate: BusinessDate;
}

/**
 * The instant of a new commit: never before the last one's, as its day never is. Order in the books then is order in
 * time whatever the clock did, and the row `clock:back` keeps what it really said. Until the clock has caught up, all
 * commits carry the last instant known.
 */
export function instantFor(db: Db, now: Date): Instant {
  const last = lastCommit(db).get();
  const clock = instantOf(now);
  return last !== undefined && last.instant > clock ? last.instant : clock;
}

/** `null` while the clock runs as it should: less than a minute back, and on no earlier day. */
export function clockBack(db: Db, now: Date): ClockBack | null {
  const last = lastCommit(db).get();
  if (last === undefined) return null;
  const isBack = Date.parse(last.instant) - now.getTime() > TOLERANCE_MS || businessDateOf(now) < last.businessDate;
  return isBack ? { now: instantOf(now), last: last.instant, businessDate: last.businessDate } : null;
}

/** For whoever stands at the counter. */
export function clockSentence({ now, last, businessDate }: ClockBack): string {
  return (
    `This computer’s clock says ${formatInstant(now)}, before the last entry of ${formatInstant(last)}. ` +
    `Set it right; until then documents are dated ${businessDate}.`
  );
}
