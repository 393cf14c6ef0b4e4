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
  /** Why it waits, failed or is uncertain, in words for whoever asks. */
  lastError: text('last_error'),
  /** One job of a lane runs at a time, or as many as the worker lets. */
  lane: text().notNull().default('render'),
  subjectNumber: text('subject_number'),
  /** A printer's name or a mail address. */
  target: text(),
  depotId: integer('depot_id'),
  driverId: integer('driver_id'),
  requestedBy: integer('requested_by'),
  batch: text(),
  handedAt: text('handed_at').$type<Instant>(),
  handle: text(),
  proof: text(),
});

export const secrets = sqliteTable('secrets', {
  name: text().primaryKey(),
  sealed: text().notNull(),
});
