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

const MANAGED = [...Object.keys(NEW_CUSTOMER), 'isActive'];

/** Changing these at a known customer is a meter change: a right of its own, which counter staff have with approval. */
const METER = ['isMeterInstalled', 'meterNumber', 'meterDigits'];

/** The fields of a change that the role may not make. A field sent back as it was is no change. */
export function fieldsBeyondRole(
  role: Role,
  changes: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>> | null,
): string[] {
  if (MANAGERS.includes(role)) return [];
  const managed = before === null ? Object.keys(NEW_CUSTOMER) : MANAGED;
  const known = before ?? NEW_CUSTOMER;
  return managed.filter((field) => isChange(changes[field], known[field]));
}

/** Whether a change of a known customer puts in, takes out or replaces the meter. */
export function changesMeter(
  changes: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>>,
): boolean {
  return METER.some((field) => isChange(changes[field], before[field]));
}

function isChange(asked: unknown, known: unknown): boolean {
  return asked !== undefined && (asked ?? null) !== (known ?? null);
}
