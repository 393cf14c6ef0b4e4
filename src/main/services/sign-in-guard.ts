import { and, eq } from 'drizzle-orm';
import { type Instant, instantOf } from '../../shared/dates.ts';
import { refuse } from '../../shared/errors.ts';
import type { Db } from '../db/db.ts';
import { signInFailures } from '../db/schema/index.ts';

const TRIES = 5;
const FIRST_LOCK_MS = 5 * 60 * 1000;
const LONGEST_LOCK_MS = 24 * 60 * 60 * 1000;

export interface Attempt {
  device: string;
  username: string;
  kind: 'PASSWORD' | 'PIN';
}

/**
 * Wrong tries stop one person at one device for 5 minutes, doubling; never the account everywhere, or any clerk could
 * lock the supervisor out (domain.md, "People and rights").
 *
 * @throws Refusal LOCKED_OUT
 */
export function refuseLockedOut(db: Db, attempt: Attempt, now: Date): void {
  const until = failuresOf(db, attempt)?.lockedUntil;
  if (!until || until <= instantOf(now)) return;
  const minutes = Math.ceil((Date.parse(until) - now.getTime()) / 60_000);
  refuse('LOCKED_OUT', `Too many wrong tries here. Try again in ${minutes} min, or at another counter.`, { until });
}

/** Counts a wrong try; the fifth and every one after it locks, each time twice as long. */
export function countFailure(db: Db, attempt: Attempt, now: Date): void {
  const failures = (failuresOf(db, attempt)?.failures ?? 0) + 1;
  const lock = Math.min(FIRST_LOCK_MS * 2 ** (failures - TRIES), LONGEST_LOCK_MS);
  const lockedUntil: Instant | null = failures < TRIES ? null : instantOf(new Date(now.getTime() + lock));
  const row = { failures, lastAt: instantOf(now), lockedUntil };
  db.insert(signInFailures)
    .values({ ...attempt, ...row })
    .onConflictDoUpdate({ target: [signInFailures.device, signInFailures.username, signInFailures.kind], set: row })
    .run();
}

export function forgetFailures(db: Db, attempt: Attempt): void {
  db.delete(signInFailures).where(matching(attempt)).run();
}

function failuresOf(db: Db, attempt: Attempt) {
  return db.select().from(signInFailures).where(matching(attempt)).get();
}

function matching({ device, username, kind }: Attempt) {
  return and(eq(signInFailures.device, device), eq(signInFailures.username, username), eq(signInFailures.kind, kind));
}
