import { inArray, sql } from 'drizzle-orm';
import type { Output } from '../../shared/contract/index.ts';
import type { BusinessDate } from '../../shared/dates.ts';
import { ZERO_CENTS } from '../../shared/money.ts';
import type { Db } from '../db/db.ts';
import { customerAccounts, meterRates, meterReadings } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import { rateInForce } from '../domain/pricing.ts';
import type { CustomerRow } from './customer-rows.ts';

/** The ids of a page, bound as one JSON text so that the statements can be prepared once. */
const pageIds = sql`(SELECT value FROM json_each(${sql.placeholder('ids')}))`;

const balances = statement((db) =>
  db.select().from(customerAccounts).where(inArray(customerAccounts.customerId, pageIds)).prepare(),
);

const rates = statement((db) => db.select().from(meterRates).where(inArray(meterRates.customerId, pageIds)).prepare());

/** The newest reading of each, by one look at the end of its entries in (customer, id). */
const lastReadings = statement((db) =>
  db
    .select({
      customerId: meterReadings.customerId,
      reading: meterReadings.reading,
      businessDate: meterReadings.businessDate,
      isEstimated: meterReadings.isEstimated,
    })
    .from(meterReadings)
    .where(
      sql`${meterReadings.id} IN (
        SELECT (SELECT max(newest.id) FROM ${meterReadings} AS newest WHERE newest.customer_id = page.value)
        FROM json_each(${sql.placeholder('ids')}) AS page)`,
    )
    .prepare(),
);

/** Rows of the customer list with what hangs on them: three statements for the whole page. */
export function withAccounts(
  db: Db,
  rows: readonly CustomerRow[],
  today: BusinessDate,
): Output<'customers.list'>['items'] {
  const ids = JSON.stringify(rows.map((row) => row.id));
  const owed = new Map(
    balances(db)
      .all({ ids })
      .map((row) => [row.customerId, row.balance]),
  );
  const readings = new Map(
    lastReadings(db)
      .all({ ids })
      .map((row) => [row.customerId, row]),
  );
  const periods = Map.groupBy(rates(db).all({ ids }), (row) => row.customerId);
  return rows.map(({ searchText: _searchText, commitSeq: _commitSeq, ...row }) => {
    const last = row.isMeterInstalled ? readings.get(row.id) : undefined;
    return {
      ...row,
      lastMeterReading: last?.reading ?? null,
      lastMeterDate: last?.businessDate ?? null,
      lastMeterEstimated: last?.isEstimated ?? false,
      meterRate: rateInForce(periods.get(row.id) ?? [], today),
      balance: owed.get(row.id) ?? ZERO_CENTS,
    };
  });
}
