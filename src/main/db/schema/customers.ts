import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BusinessDate } from '../../../shared/dates.ts';
import type { Cents, Rate } from '../../../shared/money.ts';

export const customers = sqliteTable('customers', {
  id: integer().primaryKey(),
  code: text().notNull(),
  name: text().notNull(),
  email: text(),
  phone: text(),
  address: text().notNull(),
  postalCode: text('postal_code').notNull(),
  siteAddress: text('site_address'),
  sitePostalCode: text('site_postal_code'),
  uen: text(),
  paymentType: text('payment_type', { enum: ['CASH', 'CREDIT'] }).notNull(),
  creditLimit: integer('credit_limit').$type<Cents>(),
  termsDays: integer('terms_days'),
  isMeterInstalled: integer('is_meter_installed', { mode: 'boolean' }).notNull(),
  meterNumber: text('meter_number'),
  meterDigits: integer('meter_digits'),
  siteCylinderLimit: integer('site_cylinder_limit'),
  isActive: integer('is_active', { mode: 'boolean' }).notNull().default(true),
  searchText: text('search_text').notNull(),
  commitSeq: integer('commit_seq').notNull(),
});

export const customerRates = sqliteTable(
  'customer_rates',
  {
    customerId: integer('customer_id').notNull(),
    equipmentId: integer('equipment_id').notNull(),
    fromDate: text('from_date').$type<BusinessDate>().notNull(),
    rate: integer().$type<Rate>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.equipmentId, table.fromDate] })],
);

export const meterRates = sqliteTable(
  'meter_rates',
  {
    customerId: integer('customer_id').notNull(),
    fromDate: text('from_date').$type<BusinessDate>().notNull(),
    rate: integer().$type<Rate>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.fromDate] })],
);

export const customerAccounts = sqliteTable('customer_accounts', {
  customerId: integer('customer_id').primaryKey(),
  balance: integer().$type<Cents>().notNull(),
});
