import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BusinessDate, Instant } from '../../../shared/dates.ts';
import type { Cents } from '../../../shared/money.ts';

export const shifts = sqliteTable('shifts', {
  id: integer().primaryKey(),
  userId: integer('user_id').notNull(),
  depotId: integer('depot_id'),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  openedAt: text('opened_at').$type<Instant>().notNull(),
  openingFloat: integer('opening_float').$type<Cents>().notNull(),
  closedAt: text('closed_at').$type<Instant>(),
});

export const zReports = sqliteTable('z_reports', {
  id: integer().primaryKey(),
  number: text().notNull(),
  shiftId: integer('shift_id').notNull(),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  issuedAt: text('issued_at').$type<Instant>().notNull(),
  expectedCash: integer('expected_cash').$type<Cents>().notNull(),
  countedCash: integer('counted_cash').$type<Cents>().notNull(),
  varianceReason: text('variance_reason'),
  snapshot: text().notNull(),
  userId: integer('user_id').notNull(),
  commitSeq: integer('commit_seq').notNull(),
});
