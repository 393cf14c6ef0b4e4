import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BusinessDate, Instant } from '../../../shared/dates.ts';
import type { Cents } from '../../../shared/money.ts';

export const lostDocuments = sqliteTable('lost_documents', {
  id: integer().primaryKey(),
  number: text().notNull(),
  belongsTo: text('belongs_to').notNull(),
  customer: text(),
  total: integer().$type<Cents>(),
  businessDate: text('business_date').$type<BusinessDate>(),
  restoredAt: text('restored_at').$type<Instant>().notNull(),
  state: text({ enum: ['lost', 'entered', 'settled'] }).notNull(),
  reason: text(),
});
