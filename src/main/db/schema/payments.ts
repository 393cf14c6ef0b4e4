import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BusinessDate, Instant } from '../../../shared/dates.ts';
import type { Cents } from '../../../shared/money.ts';

export const payments = sqliteTable('payments', {
  id: integer().primaryKey(),
  kind: text({ enum: ['PAYMENT', 'REVERSAL', 'REFUND'] }).notNull(),
  customerId: integer('customer_id').notNull(),
  method: text({ enum: ['CASH', 'PAYNOW', 'CHEQUE', 'TRANSFER', 'CARD'] }).notNull(),
  amount: integer().$type<Cents>().notNull(),
  tendered: integer().$type<Cents>(),
  reference: text(),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  createdAt: text('created_at').$type<Instant>().notNull(),
  userId: integer('user_id').notNull(),
  collectedBy: integer('collected_by'),
  depotId: integer('depot_id'),
  approverId: integer('approver_id'),
  transactionId: integer('transaction_id'),
  reversesId: integer('reverses_id'),
  reason: text(),
  commitSeq: integer('commit_seq').notNull(),
});

export const receipts = sqliteTable('receipts', {
  id: integer().primaryKey(),
  number: text().notNull(),
  paymentId: integer('payment_id').notNull(),
  customerId: integer('customer_id').notNull(),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  amount: integer().$type<Cents>().notNull(),
  snapshot: text().notNull(),
  commitSeq: integer('commit_seq').notNull(),
});

export const allocations = sqliteTable('allocations', {
  id: integer().primaryKey(),
  sourceKind: text('source_kind', { enum: ['PAYMENT', 'CREDIT_NOTE', 'WRITE_OFF'] }).notNull(),
  sourceId: integer('source_id').notNull(),
  invoiceId: integer('invoice_id').notNull(),
  amount: integer().$type<Cents>().notNull(),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  commitSeq: integer('commit_seq').notNull(),
});

export const writeOffs = sqliteTable('write_offs', {
  id: integer().primaryKey(),
  invoiceId: integer('invoice_id').notNull(),
  customerId: integer('customer_id').notNull(),
  amount: integer().$type<Cents>().notNull(),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  reason: text().notNull(),
  userId: integer('user_id').notNull(),
  approverId: integer('approver_id'),
  commitSeq: integer('commit_seq').notNull(),
});
