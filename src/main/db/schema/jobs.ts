import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../../shared/dates.ts';

export const jobs = sqliteTable('jobs', {
  id: integer().primaryKey(),
  key: text().notNull(),
  kind: text({ enum: ['RENDER', 'PRINT', 'MAIL', 'EXPORT', 'BACKUP'] }).notNull(),
  state: text({ enum: ['queued', 'running', 'done', 'failed', 'uncertain', 'cancelled'] }).notNull(),
  subjectKind: text('subject_kind').notNull(),
  subjectId: integer('subject_id').notNull(),
  payload: text().notNull(),
  attempts: integer().notNull().default(0),
  runAfter: text('run_after').$type<Instant>().notNull(),
  createdAt: text('created_at').$type<Instant>().notNull(),
  startedAt: text('started_at').$type<Instant>(),
  finishedAt: text('finished_at').$type<Instant>(),
  lastError: text('last_error'),
});
