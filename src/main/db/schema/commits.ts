import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BusinessDate, Instant } from '../../../shared/dates.ts';

export const commits = sqliteTable('commits', {
  seq: integer().primaryKey(),
  instant: text().$type<Instant>().notNull(),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  userId: integer('user_id'),
  verb: text().notNull(),
  auditSeq: integer('audit_seq').notNull(),
  head: text().notNull(),
  documents: text().notNull(),
  written: text().notNull(),
});

export const sequences = sqliteTable(
  'sequences',
  {
    kind: text({ enum: ['DST', 'TRX', 'INV', 'RCT', 'CN', 'ZRP'] }).notNull(),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.year] })],
);

export const requests = sqliteTable('requests', {
  requestId: text('request_id').primaryKey(),
  userId: integer('user_id'),
  verb: text().notNull(),
  inputHash: text('input_hash').notNull(),
  output: text().notNull(),
  instant: text().$type<Instant>().notNull(),
  commitSeq: integer('commit_seq').notNull(),
});
