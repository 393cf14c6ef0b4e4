import type { Who } from '../../shared/contract/define.ts';
import { refuse } from '../../shared/errors.ts';
import { type Actor, mayCall, type SpecialRight, standingOf } from '../domain/rights.ts';
import { actorOf, type Unit } from './context.ts';

/**
 * Whether somebody may call a verb at all. Rights on fields and circumstances are asked by the verb itself.
 *
 * @throws Refusal UNAUTHENTICATED, FORBIDDEN
 */
export function refuseCall(who: Who, actor: Actor | null): void {
  if (mayCall(who, actor?.role ?? null)) return;
  if (actor === null) refuse('UNAUTHENTICATED', 'Please sign in.');
  refuse('FORBIDDEN', 'Your role may not do this.', {});
}

const NEEDS: Record<SpecialRight, string> = {
  price: 'A different price',
  credit: 'Going over the credit limit',
  backDate: 'An earlier date',
  stockAdjustment: 'Adjusting stock',
  meterChange: 'Changing a meter',
};

/**
 * Lets a special right pass: the actor's own, or another person's who has it and is at the counter.
 *
 * @throws Refusal FORBIDDEN when the actor's role can never do it; APPROVAL_REQUIRED when a supervisor must agree.
 */
export function requireRight(unit: Unit, right: SpecialRight): void {
  if (!mayAsManager(unit)) refuseRight(unit, right);
}

/** The actor's own right, or an approval that counts for the actor's role. */
export function mayAsManager(unit: Unit): boolean {
  const standing = standingOf(actorOf(unit).role);
  if (standing === 'yes') return true;
  return standing === 'withApproval' && hasApproval(unit);
}

/** Whether another person with the right of a manager stands by. */
export function hasApproval(unit: Unit): boolean {
  return unit.approver !== null && standingOf(unit.approver.role) === 'yes';
}

function refuseRight(unit: Unit, right: SpecialRight): never {
  const what = NEEDS[right];
  if (standingOf(actorOf(unit).role) === 'no') refuse('FORBIDDEN', `${what} is not allowed for your role.`, {});
  return refuse('APPROVAL_REQUIRED', `${what} needs a supervisor: ask one to enter user name and PIN.`, {
    needs: right,
  });
}
