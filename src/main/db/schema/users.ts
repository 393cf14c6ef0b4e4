import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../../shared/dates.ts';

export const users = sqliteTable('users', {
  id: integer().primaryKey(),
  username: text().notNull(),
  fullName: text('full_name').notNull(),
  employeeId: text('employee_id').notNull(),
  role: text({ enum: ['ADMIN', 'SUPERVISOR', 'COUNTER', 'DRIVER', 'AUDITOR'] }).notNull(),
  depotId: integer('depot_id'),
  vehicleNo: text('vehicle_no'),
  passwordHash: text('password_hash').notNull(),
  pinHash: text('pin_hash'),
  mustChangePassword: integer('must_change_password', { mode: 'boolean' }).notNull().default(false),
  isActive: integer('is_active', { mode: 'boolean' }).notNull().default(true),
});

export const sessions = sqliteTable('sessions', {
  id: text().primaryKey(),
  userId: integer('user_id').notNull(),
  device: text().notNull(),
  createdAt: text('created_at').$type<Instant>().notNull(),
  expiresAt: text('expires_at').$type<Instant>().notNull(),
  revokedAt: text('revoked_at').$type<Instant>(),
});

export const signInFailures = sqliteTable(
  'sign_in_failures',
  {
    device: text().notNull(),
    username: text().notNull(),
    kind: text({ enum: ['PASSWORD', 'PIN'] }).notNull(),
    failures: integer().notNull(),
    lastAt: text('last_at').$type<Instant>().notNull(),
    lockedUntil: text('locked_until').$type<Instant>(),
  },
  (table) => [primaryKey({ columns: [table.device, table.username, table.kind] })],
);

export const devices = sqliteTable('devices', {
  id: integer().primaryKey(),
  name: text().notNull(),
  tokenHash: text('token_hash').notNull(),
  pairedAt: text('paired_at').$type<Instant>().notNull(),
  revokedAt: text('revoked_at').$type<Instant>(),
});
