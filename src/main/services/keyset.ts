import { and, asc, type Column, desc, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { z } from 'zod';
import { TOTAL_COUNTED_TO } from '../../shared/contract/lists.ts';
import { refuseField } from '../../shared/errors.ts';
import type { Db } from '../db/db.ts';

/** Where a page starts: the sort key and id of the row before it. */
type Cursor = readonly [key: string | number | null, id: number];

const cursorShape = z.tuple([z.union([z.string(), z.number(), z.null()]), z.int()]);

export interface Order {
  /** The column sorted by; left out when that is the id. */
  key?: Column;
  id: Column;
  descending: boolean;
}

export interface PageSource<Row> {
  rows(where: SQL | undefined, orderBy: SQL[], limit: number): Row[];
  cursorOf(row: Row): Cursor;
  /** What is counted for the total: the list's own table. */
  table: SQLiteTable;
}

export interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
  total: number | null;
}

/**
 * One page of a list by keyset: deep pages cost as much as the first.
 *
 * @throws Refusal VALIDATION when the cursor is not one of ours.
 */
export function pageOf<Row>(
  db: Db,
  input: { limit: number; cursor?: string | undefined },
  order: Order,
  filters: readonly (SQL | undefined)[],
  source: PageSource<Row>,
): Page<Row> {
  const where = and(...filters);
  const start = input.cursor === undefined ? undefined : afterCursor(order, decodeCursor(input.cursor));
  const direction = order.descending ? desc : asc;
  const orderBy = order.key ? [direction(order.key), direction(order.id)] : [direction(order.id)];
  const found = source.rows(and(where, start), orderBy, input.limit + 1);
  const items = found.slice(0, input.limit);
  const last = items.at(-1);
  const nextCursor = found.length > input.limit && last !== undefined ? encodeCursor(source.cursorOf(last)) : null;
  return { items, nextCursor, total: countUpTo(db, source.table, where) };
}

function afterCursor(order: Order, [key, id]: Cursor): SQL {
  const operator = sql.raw(order.descending ? '<' : '>');
  if (!order.key) return sql`${order.id} ${operator} ${id}`;
  return sql`(${order.key}, ${order.id}) ${operator} (${key}, ${id})`;
}

function countUpTo(db: Db, table: SQLiteTable, where: SQL | undefined): number | null {
  const matching = db
    .select({ one: sql`1` })
    .from(table)
    .where(where)
    .limit(TOTAL_COUNTED_TO + 1)
    .as('matching');
  const count =
    db
      .select({ count: sql<number>`count(*)` })
      .from(matching)
      .get()?.count ?? 0;
  return count > TOTAL_COUNTED_TO ? null : count;
}

function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function decodeCursor(text: string): Cursor {
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    return refuseField('cursor', 'is not a cursor this list gave out: start from the first page');
  }
}
