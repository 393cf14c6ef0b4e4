import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../../src/main/db/open.ts';
import * as schema from '../../../src/main/db/schema/index.ts';
import { MIGRATIONS } from './books.ts';

/** What drizzle is told and what the migrations make are written by hand, twice: here they are held against each other. */
const folder = mkdtempSync(path.join(tmpdir(), 'depot-schema-'));
const { $client: client } = openDatabase(folder, MIGRATIONS);
afterAll(() => {
  client.close();
  rmSync(folder, { recursive: true, force: true });
});

const known = Object.values(schema)
  .filter((value) => is(value, SQLiteTable))
  .map((table) => getTableConfig(table));

const tableList = z
  .array(z.object({ name: z.string(), type: z.string(), strict: z.int() }))
  .parse(client.pragma('table_list'))
  .filter(({ name, type }) => type === 'table' && !/^(sqlite_|__drizzle_)/.test(name));

const columnRow = z.object({
  name: z.string(),
  type: z.string(),
  notnull: z.int(),
  dflt_value: z.string().nullable(),
  pk: z.int(),
  hidden: z.int(),
});

const HIDDEN: Readonly<Record<number, string>> = { 2: 'virtual', 3: 'stored' };

function columnsInFile(table: string) {
  const rows = z.array(columnRow).parse(client.pragma(`table_xinfo(${table})`));
  return rows.map(({ name, type, notnull, dflt_value, pk, hidden }) => ({
    name,
    type: type.toLowerCase(),
    isRequired: notnull === 1 || pk > 0,
    keyPlace: pk,
    default: dflt_value,
    generated: HIDDEN[hidden] ?? null,
  }));
}

function columnsInProgram({ columns, primaryKeys }: (typeof known)[number]) {
  const key = primaryKeys[0]?.columns ?? columns.filter((column) => column.primary);
  return columns.map((column) => ({
    name: column.name,
    type: column.getSQLType(),
    isRequired: column.notNull || key.includes(column),
    keyPlace: key.findIndex(({ name }) => name === column.name) + 1,
    default: column.default === undefined ? null : literal(column.default),
    generated: column.generated?.mode ?? null,
  }));
}

/** As SQL writes it. */
function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(Number(value));
}

function sqlOf(table: string): string {
  return z.string().parse(client.prepare('SELECT sql FROM sqlite_master WHERE name = ?').pluck().get(table));
}

/** The words a column may hold, as its CHECK or its generated CASE lists them. */
function wordsInFile(table: string): Record<string, string[]> {
  const sql = sqlOf(table);
  const words: Record<string, string[]> = {};
  for (const [, column = '', list = ''] of sql.matchAll(/CHECK \((\w+) IN \(('[^)]*)\)\)/g)) {
    words[column] = literals(list);
  }
  for (const [, column = '', cases = ''] of sql.matchAll(/(\w+) TEXT NOT NULL GENERATED ALWAYS AS \(([^;]*?)END/g)) {
    words[column] = [...cases.matchAll(/(?:THEN|ELSE) ('\w+')/g)].flatMap(([, word = '']) => literals(word));
  }
  return words;
}

function literals(list: string): string[] {
  return [...list.matchAll(/'([^']*)'/g)].map(([, word = '']) => word);
}

describe('the schema in the program is the schema in the file', () => {
  test('has the same tables', () => {
    expect(known.map(({ name }) => name).toSorted()).toEqual(tableList.map(({ name }) => name).toSorted());
    expect(known.length).toBeGreaterThan(30);
  });

  test.each(known)('$name: every column with its type, NOT NULL, key, default and generation', (table) => {
    expect(columnsInProgram(table)).toEqual(columnsInFile(table.name));
  });

  test.each(known)('$name: every list of words', ({ name, columns }) => {
    const lists = columns.flatMap((column): [string, string[]][] => {
      // drizzle's own type of it is `any` where a table is only known as one.
      const words = (column.enumValues ?? []) as string[];
      return words.length === 0 ? [] : [[column.name, words]];
    });
    expect(Object.fromEntries(lists)).toEqual(wordsInFile(name));
  });

  test.each(known)('$name: yes and no are 1 and 0, and nothing else is', ({ name, columns }) => {
    const checked = [...sqlOf(name).matchAll(/CHECK \((\w+) IN \(0, 1\)\)/g)].map(([, column]) => column);
    const booleans = columns.filter(({ dataType }) => dataType === 'boolean');
    expect(booleans.map((column) => column.name)).toEqual(checked);
  });
});

describe('every table', () => {
  test.each(tableList)('$name is STRICT: SQLite would keep "ten" in a column of cents otherwise', ({ strict }) => {
    expect(strict).toBe(1);
  });

  test('has parents that exist for every key it points with', () => {
    const keys = tableList.flatMap(({ name }) =>
      z
        .array(z.object({ table: z.string(), from: z.string(), to: z.string() }))
        .parse(client.pragma(`foreign_key_list(${name})`))
        .map((key) => ({ ...key, child: name })),
    );
    const parents = new Map(known.map((table) => [table.name, columnsInFile(table.name)]));
    const broken = keys.filter(({ table, to }) => parents.get(table)?.some(({ name }) => name === to) !== true);
    expect(broken).toEqual([]);
    expect(keys.length).toBeGreaterThan(50);
  });

  test('that carries a commit points at it, checked when the transaction ends', () => {
    const carrying = known.filter(({ columns }) => columns.some(({ name }) => name === 'commit_seq'));
    expect(carrying.length).toBeGreaterThan(10);
    for (const { name } of carrying) {
      expect(sqlOf(name)).toContain(
        'commit_seq INTEGER NOT NULL REFERENCES commits (seq) DEFERRABLE INITIALLY DEFERRED',
      );
    }
  });
});
