import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BusinessDate, Instant } from '../../../shared/dates.ts';

export const movements = sqliteTable('movements', {
  id: integer().primaryKey(),
  instant: text().$type<Instant>().notNull(),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  equipmentId: integer('equipment_id').notNull(),
  quantity: integer().notNull(),
  fromKind: text('from_kind', {
    enum: ['DEPOT', 'TRUCK', 'CUSTOMER', 'SOLD', 'LOST', 'SCRAP', 'OPENING', 'ADJUSTMENT'],
  }).notNull(),
  fromId: integer('from_id').notNull(),
  fromCondition: text('from_condition', { enum: ['FULL', 'EMPTY', 'DAMAGED', 'ON_SITE'] }).notNull(),
  toKind: text('to_kind', {
    enum: ['DEPOT', 'TRUCK', 'CUSTOMER', 'SOLD', 'LOST', 'SCRAP', 'OPENING', 'ADJUSTMENT'],
  }).notNull(),
  toId: integer('to_id').notNull(),
  toCondition: text('to_condition', { enum: ['FULL', 'EMPTY', 'DAMAGED', 'ON_SITE'] }).notNull(),
  documentKind: text('document_kind', {
    enum: ['TRANSACTION', 'DISTRIBUTION', 'STOCK_TRANSFER', 'ADJUSTMENT', 'IMPORT'],
  }).notNull(),
  documentId: integer('document_id'),
  documentNumber: text('document_number'),
  reason: text(),
  userId: integer('user_id'),
  commitSeq: integer('commit_seq').notNull(),
});

export const stockBalances = sqliteTable(
  'stock_balances',
  {
    locationKind: text('location_kind', {
      enum: ['DEPOT', 'TRUCK', 'CUSTOMER', 'SOLD', 'LOST', 'SCRAP', 'OPENING', 'ADJUSTMENT'],
    }).notNull(),
    locationId: integer('location_id').notNull(),
    equipmentId: integer('equipment_id').notNull(),
    condition: text({ enum: ['FULL', 'EMPTY', 'DAMAGED', 'ON_SITE'] }).notNull(),
    quantity: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.locationKind, table.locationId, table.equipmentId, table.condition] })],
);

export const stockTransfers = sqliteTable('stock_transfers', {
  id: integer().primaryKey(),
  direction: text({ enum: ['RECEIVE', 'DISPATCH'] }).notNull(),
  depotId: integer('depot_id').notNull(),
  supplierDepotId: integer('supplier_depot_id').notNull(),
  reference: text().notNull(),
  remarks: text(),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  instant: text().$type<Instant>().notNull(),
  userId: integer('user_id').notNull(),
  commitSeq: integer('commit_seq').notNull(),
});
