import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../../shared/dates.ts';

export const drafts = sqliteTable(
  'drafts',
  {
    userId: integer('user_id').notNull(),
    kind: text().notNull(),
    content: text().notNull(),
    updatedAt: text('updated_at').$type<Instant>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.kind] })],
);
