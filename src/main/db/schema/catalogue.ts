import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Cents } from '../../../shared/money.ts';

export const depots = sqliteTable('depots', {
  id: integer().primaryKey(),
  code: text().notNull(),
  name: text().notNull(),
  address: text().notNull(),
  kind: text({ enum: ['OWN', 'SUPPLIER'] }).notNull(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull().default(true),
});

export const equipment = sqliteTable('equipment', {
  id: integer().primaryKey(),
  name: text().notNull(),
  sku: text().notNull(),
  equipmentType: text('equipment_type', { enum: ['CYLINDER', 'METER', 'REGULATOR'] }).notNull(),
  weightCentikg: integer('weight_centikg'),
  listPrice: integer('list_price').$type<Cents>(),
  deposit: integer().$type<Cents>(),
  reorderLevel: integer('reorder_level'),
  barcode: text(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull().default(true),
});

export const services = sqliteTable('services', {
  id: integer().primaryKey(),
  code: text().notNull(),
  name: text().notNull(),
  price: integer().$type<Cents>().notNull(),
  taxCategory: text('tax_category', { enum: ['SR', 'ZR', 'ES33'] }).notNull(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull().default(true),
});
