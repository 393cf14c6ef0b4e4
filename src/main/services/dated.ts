import { and, type AnyColumn, sql } from 'drizzle-orm';
import type { BusinessDate } from '../../shared/dates.ts';
import type { Db } from '../db/db.ts';
import { type Filter, NOTHING } from './list-filter.ts';

/** A list of documents; (date, id) is indexed. */
export interface DatedList {
  id: AnyColumn;
  date: AnyColumn;
}

/** Before and after every day of a document. */
export const FIRST_DAY = '0000-01-01';
export const LAST_DAY = '9999-12-31';

/**
 * Documents of these days. They are listed by id, and an index by day has them in another order: sorting years of them
 * for one page would take long. But ids grow with the days, apart from back-dated documents, so that a range of days
 * lies in a range of ids with few others in it. Its ends are looked up day by day, from one entry of the index to the
 * next day's: about 3 µs a day.
 */
export function datedBetween(
  db: Db,
  list: DatedList,
  from: BusinessDate | undefined,
  to: BusinessDate | undefined,
): Filter | undefined {
  if (from === undefined && to === undefined) return undefined;
  const { id, date } = list;
  const table = sql`${date.table}`;
  const { first, last } = db.get<{ first: string | null; last: string | null }>(
    sql`SELECT (SELECT min(${date}) FROM ${table}) AS first, (SELECT max(${date}) FROM ${table}) AS last`,
  );
  if (first === null || last === null) return NOTHING;
  const start = from ?? FIRST_DAY;
  const end = to ?? LAST_DAY;
  if (start <= first && end >= last) return undefined;
  const { lowest, highest } = idsBetween(db, list, start, end);
  if (lowest === null || highest === null) return NOTHING;
  return {
    bounds: sql`${id} BETWEEN ${lowest} AND ${highest}`,
    check: and(from && sql`+${date} >= ${from}`, to && sql`+${date} <= ${to}`),
  };
}

function idsBetween(db: Db, { id, date }: DatedList, start: string, end: string) {
  const table = sql`${date.table}`;
  return db.get<{ lowest: number | null; highest: number | null }>(sql`
    WITH RECURSIVE days (day) AS (
      SELECT min(${date}) FROM ${table} WHERE ${date} >= ${start}
      UNION ALL
      SELECT (SELECT min(${date}) FROM ${table} WHERE ${date} > day) FROM days WHERE day <= ${end}
    )
    SELECT
      min((SELECT min(${id}) FROM ${table} WHERE ${date} = day)) AS lowest,
      max((SELECT max(${id}) FROM ${table} WHERE ${date} = day)) AS highest
    FROM days WHERE day <= ${end}`);
}
