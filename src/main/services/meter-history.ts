import { desc, eq, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { monthsUpTo } from '../../shared/dates.ts';
import type { MilliCubicMetres } from '../../shared/quantity.ts';
import { invoices, meterReadings } from '../db/schema/index.ts';
import type { ReadContext } from './context.ts';
import { customerById } from './customer-rows.ts';
import { pageOf } from './keyset.ts';
import { equals } from './list-filter.ts';

/** A customer's readings with the invoice each is on. @throws Refusal NOT_FOUND */
export function meterHistory(
  { db }: ReadContext,
  input: Input<'customers.meterHistory'>,
): Output<'customers.meterHistory'> {
  customerById(db, input.id);
  return pageOf(
    db,
    input,
    { id: meterReadings.id, descending: input.sort === '-id' },
    [equals(meterReadings.customerId, input.id)],
    {
      table: meterReadings,
      rows: (where, orderBy, limit) =>
        db
          .select({
            id: meterReadings.id,
            kind: meterReadings.kind,
            businessDate: meterReadings.businessDate,
            reading: meterReadings.reading,
            previous: meterReadings.previous,
            usage: meterReadings.usageMilli,
            isEstimated: meterReadings.isEstimated,
            isRollover: meterReadings.isRollover,
            transactionId: meterReadings.transactionId,
            invoiceId: invoices.id,
          })
          .from(meterReadings)
          .leftJoin(invoices, eq(invoices.transactionId, meterReadings.transactionId))
          .where(where)
          .orderBy(...orderBy)
          .limit(limit)
          .all(),
      cursorOf: (row) => [null, row.id],
    },
  );
}

/** Usage by the month it was read in, from the first reading on, without gaps. @throws Refusal NOT_FOUND */
export function meterUsage(
  { db, today }: ReadContext,
  input: Input<'customers.meterUsage'>,
): Output<'customers.meterUsage'> {
  customerById(db, input.id);
  const month = sql<string>`substr(${meterReadings.businessDate}, 1, 7)`;
  const rows = db
    .select({
      month,
      usage: sql<MilliCubicMetres>`sum(${meterReadings.usageMilli})`,
      isEstimated: sql<number>`max(${meterReadings.isEstimated})`,
    })
    .from(meterReadings)
    .where(eq(meterReadings.customerId, input.id))
    .groupBy(month)
    .orderBy(desc(month))
    .all();
  const byMonth = new Map(rows.map((row) => [row.month, row]));
  const first = rows.at(-1)?.month;
  const items = monthsUpTo(today, input.months)
    .filter((each) => first !== undefined && each >= first)
    .map((each) => {
      const found = byMonth.get(each);
      return { month: each, usage: found?.usage ?? NO_GAS, isEstimated: found?.isEstimated === 1 };
    });
  return { items };
}

const NO_GAS = 0 as MilliCubicMetres;
