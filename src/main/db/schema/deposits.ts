import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BusinessDate, Instant } from '../../../shared/dates.ts';
import type { Cents } from '../../../shared/money.ts';

export const deposits = sqliteTable('deposits', {
  id: integer().primaryKey(),
  kind: text({ enum: ['TAKEN', 'REFUNDED', 'FORFEITED'] }).notNull(),
  customerId: integer('customer_id').notNull(),
  equipmentId: integer('equipment_id').notNull(),
  quantity: integer().notNull(),
  amount: integer().$type<Cents>().notNull(),
  transactionId: integer('transaction_id'),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  instant: text().$type<Instant>().notNull(),
  userId: integer('user_id').notNull(),
  reason: text(),
  commitSeq: integer('commit_seq').notNull(),
});
