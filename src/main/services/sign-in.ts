import { refuse } from '../../shared/errors.ts';
import type { ReadContext } from './context.ts';
import type { Passwords } from './ports.ts';
import { countFailure, forgetFailures, refuseLockedOut } from './sign-in-guard.ts';
import { commitUnit, type Ledger } from './unit-of-work.ts';
import { findUser, type UserRow } from './users.ts';

export interface Proof {
  username: string;
  secret: string;
  kind: 'PASSWORD' | 'PIN';
  /** The verb it is for, for the audit. */
  verb: string;
}

const WRONG = {
  PASSWORD: 'User name or password is wrong. Check Caps Lock and try again.',
  PIN: 'User name or PIN is wrong.',
} as const;

/**
 * Proves who somebody is by password or PIN. Hashes even for an unknown user, so that the time taken tells nothing;
 * a wrong try is counted and audited in a transaction of its own.
 *
 * @throws Refusal UNAUTHENTICATED, LOCKED_OUT
 */
export async function proveIdentity(
  ledger: Ledger,
  passwords: Passwords,
  context: ReadContext,
  proof: Proof,
): Promise<UserRow> {
  const { username, secret, kind, verb } = proof;
  const attempt = { device: context.device, username, kind };
  refuseLockedOut(ledger.db, attempt, context.now);
  const user = findUser(ledger.db, username);
  const hash = kind === 'PASSWORD' ? user?.passwordHash : user?.pinHash;
  const fits = await passwords.verify(secret, hash ?? '');
  // Tries that ran at the same time may have locked it meanwhile: then even the right one is too late.
  refuseLockedOut(ledger.db, attempt, context.now);
  if (user && fits && user.isActive) {
    forgetFailures(ledger.db, attempt);
    return user;
  }
  commitUnit(ledger, { ...context, verb, requestId: null, approver: null }, (unit) => {
    countFailure(unit.db, attempt, context.now);
    unit.audit({
      action: failedAction(proof),
      entityType: 'user',
      entityId: user?.id ?? null,
      // Only a name there is: a password typed into the wrong field must not stay in the books.
      entityNumber: user?.username ?? null,
      after: { device: context.device, verb },
    });
  });
  return refuse('UNAUTHENTICATED', WRONG[kind]);
}

function failedAction({ kind, verb }: Proof): string {
  if (kind === 'PASSWORD') return 'session.login:failed';
  return verb === 'session.unlock' || verb === 'session.switch' ? `${verb}:failed` : 'approval:failed';
}
