import { eq, sql } from 'drizzle-orm';
import type { Input } from '../../shared/contract/index.ts';
import type { BusinessDate } from '../../shared/dates.ts';
import { refuse } from '../../shared/errors.ts';
import type { Rate } from '../../shared/money.ts';
import { inserting } from '../db/inserting.ts';
import { customers, meterRates, meterReadings } from '../db/schema/index.ts';
import { changesMeter, fieldsBeyondRole } from '../domain/customer-terms.ts';
import { actorOf, type ReadContext, type Unit } from './context.ts';
import {
  type Customer,
  customerById,
  type CustomerRow,
  meterRateOn,
  searchTextOf,
  toCustomer,
} from './customer-rows.ts';
import { defined } from './defined.ts';
import { requireRight } from './rights.ts';
import { refusingDuplicates } from '../db/refusing-duplicates.ts';

export { listCustomers } from './customer-list.ts';

const insertReading = inserting(meterReadings);

const UNIQUE = {
  'customers.code': ['code', 'customer code'],
  'customers.email': ['email', 'e-mail address'],
} as const;

/** A first rate has no predecessor, so it holds for back-dated sales as well. */
const FROM_THE_BEGINNING = '2000-01-01' as BusinessDate;

export type CustomerFields = Omit<Input<'customers.create'>, 'requestId' | 'approval'>;

export function getCustomer({ db, today }: ReadContext, { id }: Input<'customers.get'>): Customer {
  return toCustomer(db, customerById(db, id), today);
}

/** @throws Refusal FORBIDDEN naming the fields; CONFLICT on a code or e-mail in use. */
export function createCustomer(unit: Unit, input: CustomerFields): Customer {
  refuseBeyondRole(unit, input, null);
  const { code, name, address, postalCode, paymentType, isMeterInstalled } = input;
  const columns = { code, name, address, postalCode, paymentType, isMeterInstalled, ...optionalColumns(input) };
  const searchText = searchTextOf({ ...NO_OPTIONS, ...defined(columns), code, name, address, postalCode });
  const row = refusingDuplicates(UNIQUE, () =>
    unit.db
      .insert(customers)
      .values({ ...columns, searchText, commitSeq: unit.seq })
      .returning()
      .get(),
  );
  if (input.meterRate != null) startMeterRate(unit, row.id, input.meterRate, FROM_THE_BEGINNING);
  if (input.lastMeterReading != null) {
    insertReading(unit.db, {
      customerId: row.id,
      kind: 'BASELINE',
      reading: input.lastMeterReading,
      usageMilli: 0 as typeof input.lastMeterReading,
      isEstimated: false,
      isRollover: false,
      businessDate: unit.today,
      instant: unit.instant,
      userId: actorOf(unit).id,
      commitSeq: unit.seq,
    });
  }
  const after = toCustomer(unit.db, row, unit.today);
  unit.audit({ action: 'customers.create', entityType: 'customer', entityId: row.id, entityNumber: code, after });
  return after;
}

/** @throws Refusal NOT_FOUND; FORBIDDEN naming the fields; APPROVAL_REQUIRED for another meter; CONFLICT on a code or e-mail in use. */
export function updateCustomer(unit: Unit, input: Input<'customers.update'>): Customer {
  const before = getCustomer(unit, input);
  refuseBeyondRole(unit, input, before);
  if (changesMeter(input, { ...before })) requireRight(unit, 'meterChange');
  const { code, name, address, postalCode, paymentType, isMeterInstalled, isActive } = input;
  const changes = defined({
    code,
    name,
    address,
    postalCode,
    paymentType,
    isMeterInstalled,
    isActive,
    ...optionalColumns(input),
  });
  if (input.meterRate != null && input.meterRate !== meterRateOn(unit.db, input.id, unit.today)) {
    const from = before.meterRates.length === 0 ? FROM_THE_BEGINNING : unit.today;
    startMeterRate(unit, input.id, input.meterRate, from);
  }
  return saveCustomer(unit, before, changes, 'customers.update');
}

export function deactivateCustomer(unit: Unit, { id }: Input<'customers.deactivate'>): Customer {
  return saveCustomer(unit, getCustomer(unit, { id }), { isActive: false }, 'customers.deactivate');
}

function saveCustomer(unit: Unit, before: Customer, changes: Partial<CustomerRow>, action: string): Customer {
  const { db } = unit;
  const searchText = searchTextOf({ ...customerById(db, before.id), ...changes });
  const row = refusingDuplicates(UNIQUE, () =>
    db
      .update(customers)
      .set({ ...changes, searchText, commitSeq: unit.seq })
      .where(eq(customers.id, before.id))
      .returning()
      .get(),
  );
  const after = toCustomer(db, row, unit.today);
  unit.audit({ action, entityType: 'customer', entityId: before.id, entityNumber: before.code, before, after });
  return after;
}

function startMeterRate(unit: Unit, customerId: number, rate: Rate, fromDate: BusinessDate): void {
  unit.db
    .insert(meterRates)
    .values({ customerId, fromDate, rate })
    .onConflictDoUpdate({ target: [meterRates.customerId, meterRates.fromDate], set: { rate: sql`excluded.rate` } })
    .run();
}

function refuseBeyondRole(unit: Unit, changes: Record<string, unknown>, before: Customer | null): void {
  const fields = fieldsBeyondRole(actorOf(unit).role, changes, before ? { ...before } : null);
  if (fields.length > 0) {
    refuse('FORBIDDEN', `Only a supervisor may set ${fields.join(', ')}.`, { fields });
  }
}

const NO_OPTIONS = {
  email: null,
  phone: null,
  siteAddress: null,
  sitePostalCode: null,
  uen: null,
  paymentType: 'CASH' as const,
  creditLimit: null,
  termsDays: null,
  isMeterInstalled: false,
  meterNumber: null,
  meterDigits: null,
  siteCylinderLimit: null,
};

/** Optional columns as they are stored: an empty text is no text. */
function optionalColumns(input: Partial<CustomerFields>) {
  const { creditLimit, termsDays, meterDigits, siteCylinderLimit } = input;
  return {
    email: emptyAsNull(input.email),
    phone: emptyAsNull(input.phone),
    siteAddress: emptyAsNull(input.siteAddress),
    sitePostalCode: emptyAsNull(input.sitePostalCode),
    uen: emptyAsNull(input.uen),
    meterNumber: emptyAsNull(input.meterNumber),
    creditLimit,
    termsDays,
    meterDigits,
    siteCylinderLimit,
  };
}

function emptyAsNull(text: string | null | undefined): string | null | undefined {
  return text === '' ? null : text;
}
