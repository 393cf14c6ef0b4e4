import type { Who } from '../../shared/contract/define.ts';
import type { Role } from '../../shared/roles.ts';

/** Who is acting. Taken from the session, never from the input. */
export interface Actor {
  id: number;
  username: string;
  fullName: string;
  role: Role;
  depotId: number | null;
}

/**
 * Rights that hang on a field or a circumstance rather than on a verb: a manager has them, counter staff have them
 * with another person's approval (domain.md, "People and rights").
 */
export type SpecialRight = 'price' | 'credit' | 'backDate' | 'stockAdjustment' | 'meterChange';

const WITHOUT_ASKING: readonly Role[] = ['ADMIN', 'SUPERVISOR'];
const WITH_APPROVAL: readonly Role[] = ['COUNTER'];

export type Standing = 'yes' | 'withApproval' | 'no';

/** All special rights stand alike today: one row of the table in domain.md. */
export function standingOf(role: Role): Standing {
  if (WITHOUT_ASKING.includes(role)) return 'yes';
  return WITH_APPROVAL.includes(role) ? 'withApproval' : 'no';
}

export function mayCall(who: Who, role: Role | null): boolean {
  if (who === 'anyone') return true;
  if (role === null) return false;
  return who === 'signedIn' || who.includes(role);
}
