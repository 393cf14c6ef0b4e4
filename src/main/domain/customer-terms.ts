import type { Role } from '../../shared/roles.ts';

const MANAGERS: readonly Role[] = ['ADMIN', 'SUPERVISOR'];

/** What only a manager may set (domain.md, "People and rights"), with the value a new customer has anyway. */
const NEW_CUSTOMER: Readonly<Record<string, unknown>> = {
  paymentType: 'CASH',
  creditLimit: null,
  termsDays: null,
  meterRate: null,
  lastMeterReading: null,
  siteCylinderLimit: null,
};

/** Changing these at a known customer is a meter change or a change of terms. */
const MANAGED = [...Object.keys(NEW_CUSTOMER), 'isMeterInstalled', 'meterNumber', 'meterDigits', 'isActive'];

/** The fields of a change that the role may not make. A field sent back as it was is no change. */
export function fieldsBeyondRole(
  role: Role,
  changes: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>> | null,
): string[] {
  if (MANAGERS.includes(role)) return [];
  const managed = before === null ? Object.keys(NEW_CUSTOMER) : MANAGED;
  const known = before ?? NEW_CUSTOMER;
  return managed.filter((field) => {
    const asked = changes[field];
    return asked !== undefined && (asked ?? null) !== (known[field] ?? null);
  });
}
