import type { Input, Output } from '../../shared/contract/index.ts';
import { refuse } from '../../shared/errors.ts';
import type { ReadContext, Unit } from './context.ts';
import { createDepot } from './depots.ts';
import { findSettings, firstSettings, writeSettings } from './settings-store.ts';
import { createUser } from './users.ts';

export function setupStatus({ db }: ReadContext): Output<'setup.status'> {
  const company = findSettings(db)?.company ?? null;
  return { isSetUp: company !== null, companyName: company?.name ?? null, siteCode: company?.siteCode ?? null };
}

/** First run. @throws Refusal INVALID_STATE once it has been done: a second administrator is made by the first. */
export function createSetup(
  unit: Unit,
  { company, siteCode, depot, admin }: Input<'setup.create'>,
  secrets: { passwordHash: string; pinHash: string | null },
): Output<'setup.create'> {
  refuseSecondSetup(unit);
  writeSettings(unit.db, firstSettings({ ...company, siteCode }));
  unit.audit({ action: 'setup.create', entityType: 'settings', after: { company, siteCode } });
  const { id: depotId } = createDepot(unit, { ...depot, kind: 'OWN' });
  const { username, fullName, employeeId } = admin;
  const user = { username, fullName, employeeId, role: 'ADMIN', depotId } as const;
  const { id: userId } = createUser(unit, user, { ...secrets, mustChangePassword: false });
  return { siteCode, depotId, userId };
}

export function refuseSecondSetup({ db }: ReadContext): void {
  if (findSettings(db) !== null) {
    refuse('INVALID_STATE', 'The console is set up already: sign in instead.', { status: 'SET_UP' });
  }
}
