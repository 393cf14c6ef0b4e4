import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../../src/main/db/open.ts';
import { schemaVersion } from '../../../src/main/db/migrate.ts';
import { StartError } from '../../../src/main/db/start-error.ts';
import { dumpTables } from '../../helpers/dump-tables.ts';
import { fingerprint, MIGRATIONS, newFolder, openBooks } from './books.ts';
import { keepDay } from './kept-day.ts';

const NOW = schemaVersion(MIGRATIONS);
const NEXT = NOW + 1;

let day = '';
beforeAll(async () => {
  day = await keepDay();
});
afterAll(() => rmSync(day, { recursive: true, force: true }));

/** The books of the day before the update, in a folder of their own. */
function booksOfTheDay(): string {
  const folder = newFolder();
  cpSync(day, folder, { recursive: true });
  return folder;
}

const journalText = z.looseObject({ entries: z.array(z.looseObject({ when: z.number() })) });

/** The program's migrations and one more, made up. */
function updateWith(...statements: string[]): string {
  const folder = newFolder();
  cpSync(MIGRATIONS, folder, { recursive: true });
  writeFileSync(path.join(folder, 'made_up.sql'), statements.join('\n--> statement-breakpoint\n'));
  const file = path.join(folder, 'meta', '_journal.json');
  const journal = journalText.parse(JSON.parse(readFileSync(file, 'utf8')));
  const when = (journal.entries.at(-1)?.when ?? 0) + 1;
  journal.entries.push({ idx: NOW, version: '6', when, tag: 'made_up', breakpoints: true });
  writeFileSync(file, JSON.stringify(journal));
  return folder;
}

const VERSION = `PRAGMA user_version = ${NEXT}`;
const addColumn = () => updateWith(`ALTER TABLE depots ADD COLUMN phone TEXT`, VERSION);
const versionOf = (folder: string) => openBooks(folder).$client.pragma('user_version', { simple: true });

/** All tables but the migrator's own. */
function rowsOf(folder: string) {
  const { __drizzle_migrations: _, ...tables } = dumpTables(folder);
  return tables;
}

describe('a new data folder', () => {
  test('gets every migration, and is marked as ours', () => {
    const { $client } = openBooks();
    expect($client.pragma('user_version', { simple: true })).toBe(NOW);
    expect($client.pragma('application_id', { simple: true })).toBe(0x44504f43);
  });

  test('gets no copy of nothing', () => {
    const folder = newFolder();
    openBooks(folder);
    expect(Object.keys(fingerprint(folder))).not.toContainEqual(expect.stringContaining('backups'));
  });

  test('that is at the newest schema is left as it is', () => {
    const folder = booksOfTheDay();
    const before = fingerprint(folder);
    openDatabase(folder, MIGRATIONS).$client.close();
    expect(fingerprint(folder)).toEqual(before);
  });
});

describe('given a day in the books and a newer program', () => {
  test('the update keeps every row, and a checked copy of the books before it', () => {
    const folder = booksOfTheDay();
    const before = rowsOf(folder);
    const { $client } = openBooks(folder, addColumn());
    expect($client.pragma('user_version', { simple: true })).toBe(NEXT);
    expect($client.prepare('SELECT phone FROM depots').pluck().all()).toEqual([null, null]);
    const { depots: updated = [], ...others } = rowsOf(folder);
    const { depots: original = [], ...same } = before;
    expect(others).toEqual(same);
    expect(updated).toMatchObject(original);

    const copies = readdirSync(path.join(folder, 'backups'));
    expect(copies).toEqual([expect.stringMatching(new RegExp(`^before-update-from-schema-${NOW}-.*Z\\.db$`))]);
    const restored = newFolder();
    cpSync(path.join(folder, 'backups', copies[0] ?? ''), path.join(restored, 'depot.db'));
    expect(versionOf(restored)).toBe(NOW);
    expect(rowsOf(restored)).toEqual(before);
  });

  test('a table built anew keeps the rows that point at it, and keys are kept again afterwards', () => {
    const folder = booksOfTheDay();
    const before = rowsOf(folder);
    const columns = 'id, code, name, address, kind, is_active';
    const update = updateWith(
      `CREATE TABLE depots_new (id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL,
        kind TEXT NOT NULL, is_active INTEGER NOT NULL) STRICT`,
      `INSERT INTO depots_new SELECT ${columns} FROM depots`,
      'DROP TABLE depots',
      'ALTER TABLE depots_new RENAME TO depots',
      VERSION,
    );
    const { $client } = openBooks(folder, update);
    expect(rowsOf(folder)).toEqual(before);
    expect($client.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(() => $client.exec('DELETE FROM depots')).toThrow('FOREIGN KEY constraint failed');
  });
});

describe('an update that goes wrong leaves the books as they were', () => {
  const WRONG = [
    {
      what: 'half of it fails',
      statements: ['ALTER TABLE depots ADD COLUMN phone TEXT', 'ALTER TABLE no_such ADD COLUMN x', VERSION],
      says: 'no such table: no_such',
    },
    {
      what: 'it would leave rows without their parent',
      statements: ['DELETE FROM depots', VERSION],
      says: `The update to schema ${NEXT} would leave rows without their parent. Nothing was updated.`,
    },
    {
      what: 'it does not say which schema it makes',
      statements: ['ALTER TABLE depots ADD COLUMN phone TEXT'],
      says: `The update to schema ${NEXT} stops at ${NOW}. Nothing was updated.`,
    },
  ];

  test.each(WRONG)('when $what', ({ statements, says }) => {
    const folder = booksOfTheDay();
    const before = fingerprint(folder);
    const update = updateWith(...statements);
    const open = () => openDatabase(folder, update);
    expect(open).toThrow(StartError);
    expect(open).toThrow(says);
    expect(fingerprint(folder)).toEqual(before);
    expect(versionOf(folder)).toBe(NOW);
  });

  test('and the mended one goes through', () => {
    const folder = booksOfTheDay();
    expect(() => openDatabase(folder, updateWith('DROP TABLE no_such'))).toThrow(StartError);
    expect(openBooks(folder, addColumn()).$client.pragma('user_version', { simple: true })).toBe(NEXT);
  });
});

describe('the migrations themselves', () => {
  test('are newer one by one, or the migrator would leave the next out without a word', () => {
    const file = path.join(MIGRATIONS, 'meta', '_journal.json');
    const { entries } = journalText.parse(JSON.parse(readFileSync(file, 'utf8')));
    const times = entries.map(({ when }) => when);
    expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
  });
});
