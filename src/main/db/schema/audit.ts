import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BusinessDate, Instant } from '../../../shared/dates.ts';

export const audit = sqliteTable('audit', {
  seq: integer().primaryKey(),
  instant: text().$type<Instant>().notNull(),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  userId: integer('user_id'),
  username: text(),
  approverId: integer('approver_id'),
  approverName: text('approver_name'),
  action: text().notNull(),
  entityType: text('entity_type').notNull(),
  entityId: integer('entity_id'),
  entityNumber: text('entity_number'),
  before: text(),
  after: text(),
  reason: text(),
  hash: text().notNull(),
  commitSeq: integer('commit_seq').notNull(),
});
