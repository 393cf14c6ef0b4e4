import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BusinessDate, Instant } from '../../../shared/dates.ts';

export const distributions = sqliteTable('distributions', {
  id: integer().primaryKey(),
  number: text().notNull(),
  status: text({ enum: ['DRAFT', 'CONFIRMED', 'CANCELLED'] }).notNull(),
  depotId: integer('depot_id').notNull(),
  driverId: integer('driver_id').notNull(),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  poNumber: text('po_number'),
  remarks: text(),
  totalOut: integer('total_out').notNull(),
  totalIn: integer('total_in').notNull(),
  createdBy: integer('created_by').notNull(),
  createdAt: text('created_at').$type<Instant>().notNull(),
  confirmedBy: integer('confirmed_by'),
  confirmedAt: text('confirmed_at').$type<Instant>(),
  cancelledBy: integer('cancelled_by'),
  cancelledAt: text('cancelled_at').$type<Instant>(),
  commitSeq: integer('commit_seq').notNull(),
});

export const distributionItems = sqliteTable(
  'distribution_items',
  {
    distributionId: integer('distribution_id').notNull(),
    lineNo: integer('line_no').notNull(),
    equipmentId: integer('equipment_id').notNull(),
    direction: text({ enum: ['OUT', 'IN'] }).notNull(),
    condition: text({ enum: ['FULL', 'EMPTY', 'DAMAGED'] }).notNull(),
    quantity: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.distributionId, table.lineNo] })],
);
