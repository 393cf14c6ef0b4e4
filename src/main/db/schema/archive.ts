import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../../shared/dates.ts';

export const exports = sqliteTable('exports', {
  id: integer().primaryKey(),
  sequence: integer().notNull(),
  fromCommit: integer('from_commit').notNull(),
  toCommit: integer('to_commit').notNull(),
  file: text().notNull(),
  sha256: text().notNull(),
  manifest: text().notNull(),
  createdAt: text('created_at').$type<Instant>().notNull(),
  holdsTo: integer('holds_to'),
});
