import { randomUUID } from 'node:crypto';
import type { Actor } from '../domain/rights.ts';
import { users } from '../db/schema/index.ts';
import type { ReadContext } from './context.ts';
import { actorFrom } from './session.ts';
import { commitUnit, type Ledger } from './unit-of-work.ts';
import { createUser, findUser } from './users.ts';
import { eq } from 'drizzle-orm';

const USERNAME = 'operator';

/**
 * Whoever works on the data folder itself, from the command line of this computer: the import and the demonstration.
 * A user of its own, so that the audit names it, without any password, so that nobody can sign in as it.
 */
export function operatorActor(ledger: Ledger, context: ReadContext): Actor {
  const known = findUser(ledger.db, USERNAME);
  if (known) return actorFrom(known);
  const fields = {
    username: USERNAME,
    fullName: 'Operator at this computer',
    employeeId: 'OPERATOR',
    role: 'ADMIN' as const,
  };
  const secrets = { passwordHash: `none:${randomUUID()}`, pinHash: null, mustChangePassword: false };
  return commitUnit(ledger, { ...context, verb: 'operator', requestId: null, approver: null }, (unit) => {
    const { id } = createUser(unit, fields, secrets);
    const row = unit.db.update(users).set({ isActive: false }).where(eq(users.id, id)).returning().get();
    return actorFrom(row);
  });
}
