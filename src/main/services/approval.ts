import type { z } from 'zod';
import type { approval } from '../../shared/contract/define.ts';
import { refuse } from '../../shared/errors.ts';
import { standingOf } from '../domain/rights.ts';
import { type Approver, type ReadContext } from './context.ts';
import type { Passwords } from './ports.ts';
import { actorFrom } from './session.ts';
import { proveIdentity } from './sign-in.ts';
import type { Ledger } from './unit-of-work.ts';

/**
 * Checks the person who approves, before the transaction begins. Only a manager may agree to what he does himself:
 * for him the PIN is a second thought, for counter staff it must be somebody else (domain.md, "With approval").
 *
 * @throws Refusal UNAUTHENTICATED, LOCKED_OUT, APPROVAL_REQUIRED
 */
export async function proveApproval(
  ledger: Ledger,
  passwords: Passwords,
  context: ReadContext,
  verb: string,
  given: z.output<typeof approval>,
): Promise<Approver> {
  const proof = { username: given.username, secret: given.pin, kind: 'PIN', verb } as const;
  const approver = actorFrom(await proveIdentity(ledger, passwords, context, proof));
  if (standingOf(approver.role) !== 'yes') {
    refuse('APPROVAL_REQUIRED', `${approver.fullName} may not approve this: ask a supervisor.`, { needs: 'approver' });
  }
  return { ...approver, reason: given.reason };
}
