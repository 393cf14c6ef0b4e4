import path from 'node:path';
import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openAnchorFile } from '../../../src/main/adapters/anchor-file.ts';
import type { Db } from '../../../src/main/db/db.ts';
import { openDatabase } from '../../../src/main/db/open.ts';
import { findProgramFiles } from '../../../src/main/program-files.ts';
import { verifyAudit } from '../../../src/main/services/audit-verify.ts';
import type { ReadContext } from '../../../src/main/services/context.ts';
import { keepFullDay } from './full-day.ts';

/** Each ledger, and what somebody would change in it by hand. */
const CHANGES: Readonly<Record<string, string>> = {
  commits: "verb = 'nothing'",
  audit: "username = 'somebody else'",
  requests: "output = '{}'",
  movements: 'quantity = quantity + 1',
  stock_transfers: "reference = 'DO-2'",
  transactions: "remarks = 'free of charge'",
  transaction_lines: "description = 'CYL 9 kg'",
  transaction_taxes: 'tax = 0',
  meter_readings: 'reading = reading - 1000',
  invoices: "snapshot = json_set(snapshot, '$.total', 1)",
  payments: "method = 'CARD'",
  receipts: 'amount = amount + 1',
  allocations: 'amount = amount - 1',
  deposits: 'amount = 0',
};
const LEDGERS = Object.keys(CHANGES);
/** Chained one to the other by their place. */
const SEALED = ['commits', 'audit'];
const LINES: Readonly<Record<string, string>> = { transaction_lines: 'line_no', transaction_taxes: 'rate' };

const names = z.array(z.string());

let dataDir = '';
let db: Db;
let anchor: ReturnType<typeof openAnchorFile>;
beforeAll(async () => {
  dataDir = await keepFullDay();
  db = openDatabase(dataDir, findProgramFiles().migrations);
  anchor = openAnchorFile(path.join(dataDir, 'anchor.jsonl'));
});
afterAll(() => {
  anchor.close();
  db.$client.close();
  rmSync(dataDir, { recursive: true, force: true });
});

beforeEach(() => {
  db.$client.exec('PRAGMA foreign_keys = OFF; BEGIN');
});
afterEach(() => {
  db.$client.exec('ROLLBACK');
});

const verify = () => verifyAudit({ db } as ReadContext, anchor);
const rowIn = (table: string, nth: number) => {
  const key = table in LINES ? `(transaction_id, ${LINES[table]})` : 'rowid';
  const columns = table in LINES ? `transaction_id, ${LINES[table]}` : 'rowid';
  return `${key} = (SELECT ${columns} FROM ${table} ORDER BY ${columns} LIMIT 1 OFFSET ${nth})`;
};
const count = (table: string) => z.int().parse(db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
const columnsOf = (table: string) =>
  names.parse(db.$client.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table));

function dropTriggers(): void {
  const triggers = names.parse(
    db.$client.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all(),
  );
  for (const name of triggers) db.$client.exec(`DROP TRIGGER ${name}`);
}

/** First, middle and last row: whatever the place, it is found. */
const places = (table: string) => [...new Set([0, count(table) >> 1, count(table) - 1])];

/** What the check says after each change, each undone before the next. */
function found(statements: readonly string[]): string[] {
  return statements.map((sql) => {
    db.$client.exec('SAVEPOINT change');
    expect(db.$client.prepare(sql).run().changes).toBe(1);
    const { ok, firstBroken } = verify();
    db.$client.exec('ROLLBACK TO change; RELEASE change');
    return ok ? `not found: ${sql}` : (firstBroken?.reason ?? '');
  });
}

/** Its own name, or for what seals the others, that something there does not fit. */
function named(table: string): unknown {
  return SEALED.includes(table) ? expect.stringMatching(/[Rr]ow|[Cc]ommit/) : expect.stringMatching(`\\b${table}\\b`);
}

/** A copy of the last row with a key of its own. */
function insertCopy(table: string, more: Readonly<Record<string, string>> = {}): string {
  const key = table in LINES ? LINES[table]! : columnsOf(table)[0]!;
  const fresh = key === 'request_id' ? "'forged'" : `(SELECT max(${key}) + 1 FROM ${table})`;
  const unique = columnsOf(table).filter((name) => ['number', 'payment_id'].includes(name));
  const values = columnsOf(table).map((name) => {
    if (name === key) return fresh;
    if (unique.includes(name)) return name === 'number' ? "'FORGED'" : '99';
    if (table === 'invoices' && name === 'transaction_id') return '99';
    return more[name] ?? name;
  });
  return `INSERT INTO ${table} SELECT ${values.join(', ')} FROM ${table} WHERE ${rowIn(table, count(table) - 1)}`;
}

describe('given the triggers, no row of a ledger is touched by hand', () => {
  test.each(LEDGERS)('%s', (table) => {
    expect(count(table)).toBeGreaterThan(0);
    const set = CHANGES[table] ?? '';
    for (const place of places(table)) {
      const row = rowIn(table, place);
      expect(() => db.$client.exec(`UPDATE ${table} SET ${set} WHERE ${row}`)).toThrow(`${table} is append-only`);
      expect(() => db.$client.exec(`DELETE FROM ${table} WHERE ${row}`)).toThrow(`${table} is append-only`);
    }
  });
});

describe('given somebody who drops the triggers first', () => {
  beforeEach(dropTriggers);

  test('books nobody touched are whole', () => {
    expect(verify()).toMatchObject({ ok: true });
  });

  test.each(LEDGERS)('a row of %s that was changed is found and named', (table) => {
    const statements = places(table).map(
      (place) => `UPDATE ${table} SET ${CHANGES[table]} WHERE ${rowIn(table, place)}`,
    );
    expect(found(statements)).toEqual(statements.map(() => named(table)));
  });

  test.each(LEDGERS)('a row of %s that was deleted is found and named', (table) => {
    const statements = places(table).map((place) => `DELETE FROM ${table} WHERE ${rowIn(table, place)}`);
    // Without its sale, a line belongs to no commit.
    const orphaned: unknown = table === 'transactions' ? expect.stringMatching(/transaction/) : named(table);
    expect(found(statements)).toEqual(statements.map(() => orphaned));
  });

  test.each(LEDGERS)('a row put into %s is found and named', (table) => {
    const statements = [insertCopy(table)];
    if (columnsOf(table).includes('commit_seq')) {
      // As if it belonged to another commit, to the first, or to one that is not there.
      for (const commit_seq of ['commit_seq - 1', '1', '99999']) statements.push(insertCopy(table, { commit_seq }));
    }
    expect(found(statements)).toEqual(statements.map(() => named(table)));
  });

  test('no column of a ledger escapes', () => {
    const missed: string[] = [];
    for (const table of LEDGERS.filter((name) => !SEALED.includes(name))) {
      for (const column of columnsOf(table)) {
        db.$client.exec('PRAGMA ignore_check_constraints = ON; SAVEPOINT change');
        const type = z
          .string()
          .parse(db.$client.prepare('SELECT type FROM pragma_table_info(?) WHERE name = ?').pluck().get(table, column));
        const value = type === 'INTEGER' ? `coalesce(${column}, 0) + 777` : `coalesce(${column}, '') || ' '`;
        db.$client.exec(`UPDATE ${table} SET ${column} = ${value} WHERE ${rowIn(table, 0)}`);
        if (verify().ok) missed.push(`${table}.${column}`);
        db.$client.exec('ROLLBACK TO change; RELEASE change; PRAGMA ignore_check_constraints = OFF');
      }
    }
    expect(missed).toEqual([]);
  });

  test('a commit whose digests were mended with the row no longer fits the chain', () => {
    const mended = `UPDATE commits SET written = json_set(written, '$.payments', 'x') WHERE seq = (SELECT max(commit_seq) FROM payments)`;
    expect(found([mended])).toEqual(['The row was changed: its hash does not fit.']);
  });

  test('an anchor line for a document that is not the commit\u2019s is found', () => {
    const last = [...anchor.lines()].at(-1);
    const forged = {
      ...anchor,
      lines: () =>
        [...anchor.lines()].map((line) =>
          line && line.seq === last?.seq
            ? { ...line, documents: [{ number: 'INV-9', customer: null, total: null }] }
            : line,
        ),
    };
    expect(verifyAudit({ db } as ReadContext, forged)).toMatchObject({ ok: false });
  });

  test.each([
    "UPDATE distributions SET status = 'DRAFT', confirmed_at = NULL",
    'UPDATE distributions SET driver_id = 1',
    'UPDATE distributions SET commit_seq = 1',
    'UPDATE distribution_items SET quantity = quantity + 1',
    'DELETE FROM distribution_items',
    'DELETE FROM distributions',
    "INSERT INTO distribution_items VALUES (1, 2, 1, 'IN', 'EMPTY', 1)",
    "INSERT INTO distribution_items VALUES (99, 1, 1, 'IN', 'EMPTY', 1)",
    `INSERT INTO distributions SELECT 99, 'DST-9', status, depot_id, driver_id, business_date, po_number, remarks, total_out, total_in, created_by, created_at, confirmed_by, confirmed_at, cancelled_by, cancelled_at, commit_seq FROM distributions`,
  ])('a distribution slip is found that somebody touched: %s', (sql) => {
    expect(found([sql])).toEqual([expect.stringMatching(/[Dd]istribution slip/)]);
  });
});
