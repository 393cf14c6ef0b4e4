import { and, type AnyColumn, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Narrowed, Seek } from './list-filter.ts';

export interface Walk {
  table: SQLiteTable;
  id: AnyColumn;
  orderBy: readonly SQL[];
  limit: number;
}

/**
 * The condition for the rows of one page. Each seek is walked in the list's order and gives no more rows than fit on
 * the page, so that merging them costs little however many fit; only then are the rows themselves fetched.
 *
 * @param start where the page begins.
 */
export function idsOfPage(walk: Walk, { seeks, bounds, check }: Narrowed, start: SQL | undefined): SQL | undefined {
  const rest = and(bounds, check, start);
  if (seeks === null) return rest;
  const parts = seeks.map((seek) => idsOfSeek(walk, seek, rest));
  const ids = sql`(${sql.join(parts, sql` UNION ALL `)})`;
  const isOnePage = seeks.length === 1 && seeks[0]?.among === undefined;
  return sql`${walk.id} IN ${isOnePage ? ids : firstOf(walk, sql`${walk.id} IN ${ids}`)}`;
}

function firstOf({ table, id, orderBy, limit }: Walk, where: SQL | undefined): SQL {
  return sql`(SELECT ${id} FROM ${table} WHERE ${where} ORDER BY ${sql.join([...orderBy], sql`, `)} LIMIT ${limit})`;
}

function idsOfSeek(walk: Walk, { among, where }: Seek, rest: SQL | undefined): SQL {
  const ids = firstOf(walk, and(where, rest));
  if (among === undefined) return sql`SELECT * FROM ${ids}`;
  // The way to run a subquery once for each row: only a table-valued function may see the row before it.
  const own = sql`SELECT json_group_array(${sql.identifier(walk.id.name)}) FROM ${ids}`;
  return sql`SELECT own.value FROM ${among} CROSS JOIN json_each((${own})) AS own`;
}
