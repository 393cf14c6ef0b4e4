import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Db } from '../../../src/main/db/db.ts';
import { openDatabase } from '../../../src/main/db/open.ts';
import { MIGRATIONS, refusalOf } from './books.ts';
import { keepDay } from './kept-day.ts';

/** Everything a depot may never take back (domain.md, "Audit"). */
const LEDGERS = [
  'commits',
  'audit',
  'requests',
  'movements',
  'stock_transfers',
  'transactions',
  'transaction_lines',
  'transaction_taxes',
  'meter_readings',
  'invoices',
  'payments',
  'receipts',
  'allocations',
  'deposits',
  'credit_notes',
  'credit_note_lines',
  'write_offs',
  'z_reports',
] as const;

/** Carry the commit they were last changed by, and live on. */
const LIVING = ['customers', 'distributions'];

let folder = '';
let db: Db;
beforeAll(async () => {
  folder = await keepDay();
  db = openDatabase(folder, MIGRATIONS);
  // No verb makes these yet.
  db.$client.exec(`
    INSERT INTO credit_notes VALUES (1, 'CN-1', 1, 1, '2026-01-20', 'i', 'wrong price', 0, 100, 9, 109, '{}', 1, NULL, 1);
    INSERT INTO credit_note_lines VALUES (1, 1, 1, '14 kg', 1, 100, 'SR');
    INSERT INTO write_offs VALUES (1, 1, 1, 100, '2026-01-20', 'gone', 1, NULL, 1);
    INSERT INTO shifts VALUES (1, 1, 1, '2026-01-20', 'i', 0, 'i');
    INSERT INTO z_reports VALUES (1, 'ZRP-1', 1, '2026-01-20', 'i', 0, 0, NULL, '{}', 1, 1);
  `);
});
afterAll(() => {
  db.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

const names = z.array(z.string());
const columnsOf = (table: string) =>
  names.parse(db.$client.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table));
const rowsOf = (table: string) => db.$client.prepare(`SELECT * FROM ${table}`).all();

describe('given a day in the books', () => {
  test.each(LEDGERS)('%s takes nothing back', (table) => {
    const before = rowsOf(table);
    expect(before.length).toBeGreaterThan(0);
    const [column] = columnsOf(table);
    const tries = [
      `UPDATE ${table} SET ${column} = ${column}`,
      `DELETE FROM ${table}`,
      `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`,
      `INSERT INTO ${table} SELECT * FROM ${table} WHERE true LIMIT 1 ON CONFLICT DO UPDATE SET ${column} = ${column}`,
    ];
    expect(tries.map((sql) => refusalOf(db, sql))).not.toContain('allowed');
    expect(refusalOf(db, `DELETE FROM ${table}`)).toBe(`${table} is append-only`);
    expect(rowsOf(table)).toEqual(before);
  });

  test('no invoice is replaced by way of its number', () => {
    const columns = columnsOf('invoices').filter((name) => name !== 'id');
    const replace = `INSERT OR REPLACE INTO invoices (${columns.join()}) SELECT ${columns.join()} FROM invoices`;
    expect(() => db.$client.exec(replace)).toThrow('invoices is append-only');
  });

  test('nor is any other table that points at a commit left open', () => {
    const carrying = names.parse(
      db.$client
        .prepare("SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'commit_seq'")
        .pluck()
        .all(),
    );
    expect(carrying.filter((table) => !LIVING.includes(table))).toEqual(
      carrying.filter((table) => LEDGERS.some((ledger) => ledger === table)),
    );
    expect(carrying.length).toBeGreaterThan(LIVING.length);
  });

  test.each(['audit', 'commits'])(
    '%s rows follow each other: no gap, no second one, none without a number',
    (table) => {
      const [key, ...others] = columnsOf(table);
      const last = z.int().parse(db.$client.prepare(`SELECT max(seq) FROM ${table}`).pluck().get());
      const copyAs = (seq: number) =>
        `INSERT INTO ${table} SELECT ${seq}, ${others.join()} FROM ${table} WHERE seq = ${last}`;
      const unnumbered = `INSERT INTO ${table} (${others.join()}) SELECT ${others.join()} FROM ${table} WHERE seq = ${last}`;
      const tries = [copyAs(last + 2), copyAs(last), copyAs(0), copyAs(-1), unnumbered];
      const refusal = `${table} rows follow each other without a gap`;
      expect(tries.map((sql) => refusalOf(db, sql))).toEqual(tries.map(() => refusal));
      expect(key).toBe('seq');
      db.$client.exec(`BEGIN; ${copyAs(last + 1)}; ROLLBACK`);
    },
  );
});
