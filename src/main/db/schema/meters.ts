import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BusinessDate, Instant } from '../../../shared/dates.ts';
import type { MilliCubicMetres } from '../../../shared/quantity.ts';

export const meterReadings = sqliteTable('meter_readings', {
  id: integer().primaryKey(),
  customerId: integer('customer_id').notNull(),
  kind: text({ enum: ['BASELINE', 'BILLED', 'CHANGE'] }).notNull(),
  reading: integer().$type<MilliCubicMetres>().notNull(),
  previous: integer().$type<MilliCubicMetres>(),
  usageMilli: integer('usage_milli').$type<MilliCubicMetres>().notNull(),
  isEstimated: integer('is_estimated', { mode: 'boolean' }).notNull(),
  isRollover: integer('is_rollover', { mode: 'boolean' }).notNull(),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  instant: text().$type<Instant>().notNull(),
  transactionId: integer('transaction_id'),
  userId: integer('user_id'),
  reason: text(),
  commitSeq: integer('commit_seq').notNull(),
});
