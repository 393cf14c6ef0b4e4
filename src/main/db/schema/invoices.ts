import { sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BusinessDate, Instant } from '../../../shared/dates.ts';
import { type Cents, ZERO_CENTS } from '../../../shared/money.ts';

export const invoices = sqliteTable('invoices', {
  id: integer().primaryKey(),
  number: text().notNull(),
  transactionId: integer('transaction_id'),
  customerId: integer('customer_id').notNull(),
  customerName: text('customer_name').notNull(),
  isOpeningBalance: integer('is_opening_balance', { mode: 'boolean' }).notNull().default(false),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  dueDate: text('due_date').$type<BusinessDate>().notNull(),
  issuedAt: text('issued_at').$type<Instant>().notNull(),
  net: integer().$type<Cents>().notNull(),
  tax: integer().$type<Cents>().notNull(),
  rounding: integer().$type<Cents>().notNull(),
  total: integer().$type<Cents>().notNull(),
  snapshot: text().notNull(),
  commitSeq: integer('commit_seq').notNull(),
});

export const invoiceFacts = sqliteTable('invoice_facts', {
  invoiceId: integer('invoice_id').primaryKey(),
  customerId: integer('customer_id').notNull(),
  depotId: integer('depot_id'),
  driverId: integer('driver_id'),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  dueDate: text('due_date').$type<BusinessDate>().notNull(),
  total: integer().$type<Cents>().notNull(),
  paid: integer().$type<Cents>().notNull().default(ZERO_CENTS),
  credited: integer().$type<Cents>().notNull().default(ZERO_CENTS),
  writtenOff: integer('written_off').$type<Cents>().notNull().default(ZERO_CENTS),
  paidAt: text('paid_at').$type<Instant>(),
  voidedAt: text('voided_at').$type<Instant>(),
  printCount: integer('print_count').notNull().default(0),
  printedAt: text('printed_at').$type<Instant>(),
  emailCount: integer('email_count').notNull().default(0),
  emailedAt: text('emailed_at').$type<Instant>(),
  pdfPath: text('pdf_path'),
  pdfSha256: text('pdf_sha256'),
  renderedAt: text('rendered_at').$type<Instant>(),
  outstanding: integer()
    .$type<Cents>()
    .notNull()
    .generatedAlwaysAs(sql``, { mode: 'stored' }),
  status: text({ enum: ['void', 'paid', 'emailed', 'printed', 'generated'] })
    .notNull()
    .generatedAlwaysAs(sql``, { mode: 'stored' }),
});
