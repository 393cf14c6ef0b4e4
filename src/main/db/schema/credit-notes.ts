import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BusinessDate, Instant } from '../../../shared/dates.ts';
import type { Cents } from '../../../shared/money.ts';

export const creditNotes = sqliteTable('credit_notes', {
  id: integer().primaryKey(),
  number: text().notNull(),
  invoiceId: integer('invoice_id').notNull(),
  customerId: integer('customer_id').notNull(),
  businessDate: text('business_date').$type<BusinessDate>().notNull(),
  issuedAt: text('issued_at').$type<Instant>().notNull(),
  reason: text().notNull(),
  isVoid: integer('is_void', { mode: 'boolean' }).notNull(),
  net: integer().$type<Cents>().notNull(),
  tax: integer().$type<Cents>().notNull(),
  total: integer().$type<Cents>().notNull(),
  snapshot: text().notNull(),
  userId: integer('user_id').notNull(),
  approverId: integer('approver_id'),
  commitSeq: integer('commit_seq').notNull(),
});

export const creditNoteLines = sqliteTable(
  'credit_note_lines',
  {
    creditNoteId: integer('credit_note_id').notNull(),
    lineNo: integer('line_no').notNull(),
    invoiceLineNo: integer('invoice_line_no'),
    description: text().notNull(),
    quantity: integer(),
    amount: integer().$type<Cents>().notNull(),
    taxCategory: text('tax_category', { enum: ['SR', 'OS', 'ZR', 'ES33', 'NG'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.creditNoteId, table.lineNo] })],
);
