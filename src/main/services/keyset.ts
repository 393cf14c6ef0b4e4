import { type AnyColumn, asc, desc, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { z } from 'zod';
import { refuseField } from '../../shared/errors.ts';
import type { Db } from '../db/db.ts';
import { countRows } from './count-rows.ts';
import { type Filter, narrow } from './list-filter.ts';
import { idsOfPage } from './page-ids.ts';

/** Where a page starts: sort key and id of the row before it. The total is counted on the first page and handed on. */
type Cursor = readonly [key: string | number | null, id: number, total: number | null];

const cursorShape = z.tuple([z.union([z.string(), z.number(), z.null()]), z.int(), z.int().nullable()]);

export interface Order {
  /** The column sorted by; left out when that is the id. */
  key?: AnyColumn;
  id: AnyColumn;
  descending: boolean;
}

export interface PageSource<Row> {
  /** The list's own table, which its filters are about. */
  table: SQLiteTable;
  rows: (where: SQL | undefined, orderBy: SQL[], limit: number) => Row[];
  /** Sort key (`null` when that is the id) and id of a row. */
  cursorOf: (row: Row) => readonly [key: string | number | null, id: number];
  /** For a list that knows better than to count its filters. */
  total?: () => number | null;
}

export interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
  total: number | null;
}

/**
 * One page of a list by keyset: deep pages cost as much as the first.
 *
 * @param filters those that fit fewest rows first (`narrow` says why).
 * @throws Refusal VALIDATION when the cursor is not one of ours.
 */
export function pageOf<Row>(
  db: Db,
  input: { limit: number; cursor?: string | undefined },
  order: Order,
  filters: readonly (Filter | SQL | undefined)[],
  { table, rows, cursorOf, total: count }: PageSource<Row>,
): Page<Row> {
  const narrowed = narrow(filters);
  if (narrowed.seeks?.length === 0) return { items: [], nextCursor: null, total: 0 };
  const cursor = input.cursor === undefined ? null : decodeCursor(input.cursor);
  const start = cursor === null ? undefined : afterCursor(order, cursor);
  const direction = order.descending ? desc : asc;
  const orderBy = order.key ? [direction(order.key), direction(order.id)] : [direction(order.id)];
  const limit = input.limit + 1;
  const found = rows(idsOfPage({ table, id: order.id, orderBy, limit }, narrowed, start), orderBy, limit);
  const items = found.slice(0, input.limit);
  const last = items.at(-1);
  const total =
    cursor === null ? (count ?? (() => countRows(db, { table, id: order.id, orderBy }, narrowed)))() : cursor[2];
  const nextCursor = found.length > input.limit && last !== undefined ? encodeCursor([...cursorOf(last), total]) : null;
  return { items, nextCursor, total };
}

function afterCursor(order: Order, [key, id]: Cursor): SQL {
  const operator = sql.raw(order.descending ? '<' : '>');
  if (!order.key) return sql`${order.id} ${operator} ${id}`;
  return sql`(${order.key}, ${order.id}) ${operator} (${key}, ${id})`;
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
