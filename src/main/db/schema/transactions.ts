import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BusinessDate, Instant } from '../../../shared/dates.ts';
import type { BasisPoints, Cents, Rate } from '../../../shared/money.ts';
import type { MilliCubicMetres } from '../../../shared/quantity.ts';

export const transactions = sqliteTable('transactions', {
  id: integer().primaryKey(),
  number: text().notNull(),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  createdAt: text('created_at').$type<Instant>().notNull(),
  customerId: integer('customer_id').notNull(),
  customerName: text('customer_name').notNull(),
  userId: integer('user_id').notNull(),
  approverId: integer('approver_id'),
  sourceKind: text('source_kind', { enum: ['DEPOT', 'TRUCK'] }).notNull(),
  sourceId: integer('source_id').notNull(),
  depotId: integer('depot_id'),
  poNumber: text('po_number'),
  remarks: text(),
  gstMode: text('gst_mode', { enum: ['exclusive', 'inclusive'] }),
  net: integer().$type<Cents>().notNull(),
  tax: integer().$type<Cents>().notNull(),
  rounding: integer().$type<Cents>().notNull(),
  total: integer().$type<Cents>().notNull(),
  commitSeq: integer('commit_seq').notNull(),
});

export const transactionLines = sqliteTable(
  'transaction_lines',
  {
    transactionId: integer('transaction_id').notNull(),
    lineNo: integer('line_no').notNull(),
    type: text({ enum: ['cylinder', 'service', 'equipment', 'deposit', 'meter'] }).notNull(),
    action: text({ enum: ['DELIVER', 'EMPTY_RETURN', 'HALF_RETURN', 'DAMAGED_RETURN'] }),
    ownership: text({ enum: ['SOLD', 'LOAN'] }),
    equipmentId: integer('equipment_id'),
    serviceId: integer('service_id'),
    description: text().notNull(),
    quantity: integer(),
    usageMilli: integer('usage_milli').$type<MilliCubicMetres>(),
    rate: integer().$type<Rate>().notNull(),
    rateReason: text('rate_reason'),
    amount: integer().$type<Cents>().notNull(),
    taxCategory: text('tax_category', { enum: ['SR', 'OS', 'ZR', 'ES33', 'NG'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.transactionId, table.lineNo] })],
);

export const transactionTaxes = sqliteTable(
  'transaction_taxes',
  {
    transactionId: integer('transaction_id').notNull(),
    category: text({ enum: ['SR', 'OS', 'ZR', 'ES33', 'NG'] }).notNull(),
    rate: integer().$type<BasisPoints>().notNull(),
    net: integer().$type<Cents>().notNull(),
    tax: integer().$type<Cents>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.transactionId, table.category, table.rate] })],
);
