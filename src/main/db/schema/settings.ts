import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const settings = sqliteTable('settings', {
  section: text().primaryKey(),
  value: text().notNull(),
});
