import { and, desc, eq, sql } from 'drizzle-orm';
import type { Output } from '../../shared/contract/index.ts';
import type { BusinessDate } from '../../shared/dates.ts';
import type { Cents, Rate } from '../../shared/money.ts';
import type { Db } from '../db/db.ts';
import { customerAccounts, customerRates, customers, meterRates, meterReadings } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import { type DatedRate, rateInForce } from '../domain/pricing.ts';
import { found } from './not-found.ts';
import { foldForSearch } from './search.ts';

export type CustomerRow = typeof customers.$inferSelect;
export type Customer = Output<'customers.get'>;

const byId = statement((db) =>
  db
    .select()
    .from(customers)
    .where(eq(customers.id, sql.placeholder('id')))
    .prepare(),
);

const lastReading = statement((db) =>
  db
    .select()
    .from(meterReadings)
    .where(eq(meterReadings.customerId, sql.placeholder('customerId')))
    .orderBy(desc(meterReadings.id))
    .limit(1)
    .prepare(),
);

const ratesFor = statement((db) =>
  db
    .select({ fromDate: customerRates.fromDate, rate: customerRates.rate })
    .from(customerRates)
    .where(
      and(
        eq(customerRates.customerId, sql.placeholder('customerId')),
        eq(customerRates.equipmentId, sql.placeholder('equipmentId')),
      ),
    )
    .prepare(),
);

const meterRatesFor = statement((db) =>
  db
    .select({ fromDate: meterRates.fromDate, rate: meterRates.rate })
    .from(meterRates)
    .where(eq(meterRates.customerId, sql.placeholder('customerId')))
    .orderBy(meterRates.fromDate)
    .prepare(),
);

const balance = statement((db) =>
  db
    .select({ balance: customerAccounts.balance })
    .from(customerAccounts)
    .where(eq(customerAccounts.customerId, sql.placeholder('customerId')))
    .prepare(),
);

/** @throws Refusal NOT_FOUND */
export function customerById(db: Db, id: number): CustomerRow {
  return found(byId(db).get({ id }), 'customer', id);
}

export function lastMeterReading(db: Db, customerId: number) {
  return lastReading(db).get({ customerId }) ?? null;
}

export function contractRates(db: Db, customerId: number, equipmentId: number): DatedRate[] {
  return ratesFor(db).all({ customerId, equipmentId });
}

export function meterRatePeriods(db: Db, customerId: number): DatedRate[] {
  return meterRatesFor(db).all({ customerId });
}

export function meterRateOn(db: Db, customerId: number, date: BusinessDate): Rate | null {
  return rateInForce(meterRatePeriods(db, customerId), date);
}

/** What the customer owes in cents; negative is credit. */
export function balanceOf(db: Db, customerId: number): Cents {
  return balance(db).get({ customerId })?.balance ?? (0 as Cents);
}

/** The text a customer is found by (ui.md, "Sale"): the name, a line break, everything else. */
export function searchTextOf(
  row: Pick<
    CustomerRow,
    'name' | 'code' | 'phone' | 'address' | 'postalCode' | 'siteAddress' | 'sitePostalCode' | 'meterNumber' | 'email'
  >,
): string {
  const particulars = foldForSearch(
    row.code,
    row.phone,
    row.phone?.replaceAll(/\D/g, ''),
    row.address,
    row.postalCode,
    row.siteAddress,
    row.sitePostalCode,
    row.meterNumber,
    row.email,
  );
  return `${foldForSearch(row.name)}\n${particulars}`;
}

/** A row with what hangs on it, without rates: for lists. */
export function withMeter(db: Db, row: CustomerRow, today: BusinessDate) {
  const { searchText: _searchText, commitSeq: _commitSeq, ...fields } = row;
  const last = row.isMeterInstalled ? lastMeterReading(db, row.id) : null;
  return {
    ...fields,
    lastMeterReading: last?.reading ?? null,
    lastMeterDate: last?.businessDate ?? null,
    lastMeterEstimated: last?.isEstimated ?? false,
    meterRate: meterRateOn(db, row.id, today),
  };
}

/** The whole card of a customer. */
export function toCustomer(db: Db, row: CustomerRow, today: BusinessDate): Customer {
  const rates = db
    .select({ equipmentId: customerRates.equipmentId, rate: customerRates.rate, from: customerRates.fromDate })
    .from(customerRates)
    .where(eq(customerRates.customerId, row.id))
    .orderBy(customerRates.equipmentId, customerRates.fromDate)
    .all();
  const periods = meterRatePeriods(db, row.id).map(({ rate, fromDate }) => ({ rate, from: fromDate }));
  return { ...withMeter(db, row, today), rates, meterRates: periods };
}
