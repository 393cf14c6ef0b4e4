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
});

export const backups = sqliteTable('backups', {
  id: integer().primaryKey(),
  file: text().notNull(),
  sha256: text().notNull(),
  bytes: integer().notNull(),
  reason: text().notNull(),
  createdAt: text('created_at').$type<Instant>().notNull(),
  verifiedAt: text('verified_at').$type<Instant>(),
});
