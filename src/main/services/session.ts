import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { type Instant, instantOf } from '../../shared/dates.ts';
import { refuse, refuseField } from '../../shared/errors.ts';
import { inserting } from '../db/inserting.ts';
import type { Db } from '../db/db.ts';
import { sessions, users } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import type { Actor } from '../domain/rights.ts';
import { actorOf, type ReadContext, type Unit } from './context.ts';
import type { Passwords, Tokens } from './ports.ts';
import { saveUser, toUser, userById, type UserRow } from './users.ts';

const SESSION_MS = 7 * 24 * 60 * 60 * 1000;

const insertSession = inserting(sessions);

const liveSession = statement((db) =>
  db
    .select({ user: users, device: sessions.device, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, sql.placeholder('sessionId')),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql.placeholder('now')),
        eq(users.isActive, true),
      ),
    )
    .prepare(),
);

/** Who a session belongs to; `null` when it was ended or the user lost access. */
export function actorOfSession(db: Db, sessionId: string, now: Date): Actor | null {
  const row = liveSession(db).get({ sessionId, now: instantOf(now) });
  return row ? actorFrom(row.user) : null;
}

export function actorFrom({ id, username, fullName, role, depotId }: UserRow): Actor {
  return { id, username, fullName, role, depotId };
}

/** Opens a session for a user who has proven who he is. Tokens are signed before the transaction begins. */
export async function openSession(
  context: ReadContext,
  tokens: Tokens,
  user: UserRow,
): Promise<(unit: Unit) => Output<'session.login'>> {
  const signed = await signTokens(context, tokens, user);
  return (unit) => {
    refuseStaleProof(unit, user);
    const expiresAt = instantOf(new Date(unit.now.getTime() + SESSION_MS));
    insertSession(unit.db, { ...signed.row, device: unit.device, createdAt: unit.instant, expiresAt });
    unit.audit({ action: 'session.login', ...noteOf(user), after: { device: unit.device } });
    return signed.answer;
  };
}

/** What was proven before the transaction may have been taken away meanwhile. @throws Refusal UNAUTHENTICATED */
function refuseStaleProof(unit: Unit, proven: UserRow): void {
  const { isActive, passwordHash, pinHash } = userById(unit.db, proven.id);
  if (isActive && passwordHash === proven.passwordHash && pinHash === proven.pinHash) return;
  refuse('UNAUTHENTICATED', 'Your sign-in was changed just now. Please try again.');
}

/**
 * Changes over to another user, who has proven himself by PIN, at the counter of a living session; that one ends. A
 * PIN is no password: the new session lives no longer than the sign-in it goes back to.
 *
 * @throws Refusal UNAUTHENTICATED when the session is over, or was opened at another counter
 */
export async function switchSession(
  context: ReadContext,
  tokens: Tokens,
  user: UserRow,
): Promise<(unit: Unit) => Output<'session.switch'>> {
  const signed = await signTokens(context, tokens, user);
  return (unit) => {
    refuseStaleProof(unit, user);
    const { username } = actorOf(unit);
    const { expiresAt } = sessionHere(unit);
    endSession(unit);
    insertSession(unit.db, { ...signed.row, device: unit.device, createdAt: unit.instant, expiresAt });
    unit.audit({ action: 'session.switch', ...noteOf(user), before: { username }, after: { device: unit.device } });
    return signed.answer;
  };
}

/**
 * The living session of the caller. PINs are tried within one only, at the counter it was opened at.
 *
 * @throws Refusal UNAUTHENTICATED
 */
export function sessionHere({ db, sessionId, device, now }: ReadContext): { expiresAt: Instant } {
  const row = sessionId === null ? undefined : liveSession(db).get({ sessionId, now: instantOf(now) });
  if (row?.device !== device) return refuse('UNAUTHENTICATED', 'Please sign in with your password.');
  return row;
}

/** The person at the counter has come back, and has proven it by PIN. */
export function unlock(unit: Unit): Output<'session.unlock'> {
  const user = userById(unit.db, actorOf(unit).id);
  unit.audit({ action: 'session.unlock', ...noteOf(user), after: { device: unit.device } });
  return toUser(user);
}

async function signTokens({ now }: ReadContext, tokens: Tokens, user: UserRow) {
  const claims = { userId: user.id, sessionId: randomUUID() };
  const access = await tokens.issue('access', claims, now);
  const refresh = await tokens.issue('refresh', claims, now);
  const { mustChangePassword } = user;
  return {
    row: { id: claims.sessionId, userId: user.id },
    answer: { access, refresh, user: toUser(user), mustChangePassword },
  };
}

function noteOf({ id, username }: Pick<UserRow, 'id' | 'username'>) {
  return { entityType: 'user', entityId: id, entityNumber: username };
}

/** A new access token for a session that still lives. Writes nothing. */
export async function refreshSession(
  context: ReadContext,
  tokens: Tokens,
  refresh: string,
): Promise<Output<'session.refresh'>> {
  const claims = await tokens.read('refresh', refresh, context.now);
  const actor = claims && actorOfSession(context.db, claims.sessionId, context.now);
  if (!claims || !actor || actor.id !== claims.userId) return refuse('UNAUTHENTICATED', 'Please sign in again.');
  return { access: await tokens.issue('access', claims, context.now) };
}

export function me(context: ReadContext): Output<'session.me'> {
  return toUser(userById(context.db, actorOf(context).id));
}

export function logout(unit: Unit): Output<'session.logout'> {
  endSession(unit);
  unit.audit({ action: 'session.logout', ...noteOf(actorOf(unit)) });
  return { signedOut: true };
}

function endSession({ db, instant, sessionId }: Unit): void {
  db.update(sessions)
    .set({ revokedAt: instant })
    .where(eq(sessions.id, sessionId ?? ''))
    .run();
}

/** Changes one's own password or PIN; the current password has been proven. */
export async function changePassword(
  user: UserRow,
  passwords: Passwords,
  input: Input<'session.changePassword'>,
): Promise<(unit: Unit) => Output<'session.changePassword'>> {
  if (input.newPassword === undefined && input.newPin === undefined) {
    refuseField('newPassword', 'Give a new password or a new PIN.');
  }
  const changes: Partial<UserRow> = {};
  if (input.newPassword !== undefined) {
    changes.passwordHash = await passwords.hash(input.newPassword);
    changes.mustChangePassword = false;
  }
  if (input.newPin !== undefined) changes.pinHash = await passwords.hash(input.newPin);
  return (unit) => saveUser(unit, userById(unit.db, user.id), changes, 'session.changePassword');
}
