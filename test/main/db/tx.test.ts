import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Db } from '../../../src/main/db/db.ts';
import { inserting } from '../../../src/main/db/inserting.ts';
import { refusingDuplicates } from '../../../src/main/db/refusing-duplicates.ts';
import { depots, invoiceFacts, settings } from '../../../src/main/db/schema/index.ts';
import { statement } from '../../../src/main/db/statement.ts';
import { writeTransaction } from '../../../src/main/db/tx.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { newFolder, openBooks } from './books.ts';

const insertDepot = inserting(depots);
const addDepot = (db: Db, code: string) => insertDepot(db, { code, name: code, address: '', kind: 'OWN' });
const codesIn = (db: Db) =>
  db
    .select()
    .from(depots)
    .all()
    .map(({ code }) => code);

describe('a write transaction', () => {
  test('keeps everything and answers what its body answers', () => {
    const db = openBooks();
    expect(writeTransaction(db, () => addDepot(db, 'A') + addDepot(db, 'B'))).toBe(3);
    expect(codesIn(db)).toEqual(['A', 'B']);
  });

  test('keeps nothing when its body throws, and lets the next one through', () => {
    const db = openBooks();
    const refused = () =>
      writeTransaction(db, () => {
        addDepot(db, 'A');
        throw new Error('no stock');
      });
    expect(refused).toThrow('no stock');
    expect(codesIn(db)).toEqual([]);
    writeTransaction(db, () => addDepot(db, 'B'));
    expect(codesIn(db)).toEqual(['B']);
  });

  test('refuses to wait, and keeps nothing of what came before the waiting', async () => {
    const db = openBooks();
    let later: Promise<unknown> = Promise.resolve();
    const waiting = () =>
      writeTransaction(db, () => {
        later = (async () => {
          addDepot(db, 'A');
          await Promise.resolve();
        })();
        return later;
      });
    expect(waiting).toThrow('nothing may be awaited');
    await later;
    expect(codesIn(db)).toEqual([]);
    expect(db.$client.inTransaction).toBe(false);
  });

  test('keeps nothing when a row waits for a commit that never comes', () => {
    const db = openBooks();
    const orphan = () =>
      writeTransaction(db, () => {
        db.$client.exec(`INSERT INTO customers (code, name, address, postal_code, payment_type, is_meter_installed,
          search_text, commit_seq) VALUES ('K1', 'K', '', '1', 'CASH', 0, 'k', 7)`);
      });
    expect(orphan).toThrow('FOREIGN KEY constraint failed');
    expect(db.$client.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(0);
    expect(db.$client.inTransaction).toBe(false);
  });

  test('takes the pen at once, so that two cannot both read first and then write', () => {
    const folder = newFolder();
    const db = openBooks(folder);
    const second = new Database(`${folder}/depot.db`, { timeout: 0 });
    const write = () => second.exec(`INSERT INTO settings VALUES ('x', '{}')`);
    writeTransaction(db, () => expect(write).toThrow('database is locked'));
    write();
    second.close();
    expect(db.select().from(settings).all()).toHaveLength(1);
  });
});

describe('inserting', () => {
  test('answers the id, and fills what is left out with its default or NULL', () => {
    const db = openBooks();
    expect([addDepot(db, 'A'), addDepot(db, 'B')]).toEqual([1, 2]);
    expect(insertDepot(db, { id: 9, code: 'C', name: 'C', address: '', kind: 'SUPPLIER', isActive: false })).toBe(9);
    expect(db.select().from(depots).all()).toMatchObject([
      { id: 1, isActive: true },
      { id: 2, isActive: true },
      { id: 9, isActive: false },
    ]);
  });

  test('takes a field that is there but undefined as left out', () => {
    const db = openBooks();
    insertDepot(db, { code: 'A', name: 'A', address: '', kind: 'OWN', isActive: undefined });
    expect(db.select().from(depots).all()).toMatchObject([{ isActive: true }]);
  });

  test('leaves generated columns to the database', () => {
    const db = openBooks();
    db.$client.pragma('foreign_keys = OFF');
    const [businessDate, dueDate] = ['2026-01-20', '2026-02-19'];
    const row = { invoiceId: 1, customerId: 1, businessDate, dueDate, total: 500 } as typeof invoiceFacts.$inferInsert;
    inserting(invoiceFacts)(db, row);
    expect(db.select().from(invoiceFacts).get()).toMatchObject({ outstanding: 500, status: 'generated', paidAt: null });
  });

  test('lets the database refuse what a row must have', () => {
    const db = openBooks();
    const nameless = { code: 'A', address: '', kind: 'OWN' } as typeof depots.$inferInsert;
    expect(() => insertDepot(db, nameless)).toThrow('NOT NULL constraint failed: depots.name');
  });
});

describe('a statement', () => {
  test('is prepared once for each of the books that are open', () => {
    let times = 0;
    const all = statement((db) => {
      times += 1;
      return db.select({ code: depots.code }).from(depots).prepare();
    });
    const [first, second] = [openBooks(), openBooks()];
    addDepot(first, 'A');
    addDepot(second, 'B');
    expect([all(first).all(), all(second).all(), all(first).all()]).toEqual([
      [{ code: 'A' }],
      [{ code: 'B' }],
      [{ code: 'A' }],
    ]);
    expect(times).toBe(2);
  });
});

describe('a broken unique key', () => {
  const fields = { 'depots.code': ['code', 'depot code'] } as const;

  test('is told as a conflict of its field, whatever the letters’ size', () => {
    const db = openBooks();
    addDepot(db, 'hshkb');
    const twice = () => refusingDuplicates(fields, () => addDepot(db, 'HSHKB'));
    expect(twice).toThrow(Refusal);
    expect(twice).toThrow('This depot code is already in use: choose another one.');
  });

  test('of a field nobody named is an error of ours, and so is anything else', () => {
    const db = openBooks();
    addDepot(db, 'A');
    expect(() => refusingDuplicates({}, () => addDepot(db, 'A'))).toThrow('UNIQUE constraint failed: depots.code');
    expect(() => refusingDuplicates(fields, () => addDepot(db, ''))).toThrow('CHECK constraint failed');
  });
});
