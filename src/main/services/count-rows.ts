import { and, type SQL, sql } from 'drizzle-orm';
import { TOTAL_COUNTED_TO } from '../../shared/contract/lists.ts';
import type { Db } from '../db/db.ts';
import type { Narrowed, Seek } from './list-filter.ts';
import type { Walk } from './page-ids.ts';

type CountedList = Pick<Walk, 'table' | 'id' | 'orderBy'>;

const LIMIT = TOTAL_COUNTED_TO + 1;

/**
 * How many rows fit: exact up to `TOTAL_COUNTED_TO`; `null` above that, and when more rows than that would have to be
 * looked at to find out.
 */
export function countRows(db: Db, list: CountedList, { seeks, bounds, check, isCostly }: Narrowed): number | null {
  if (isCostly) return null;
  const parts = (seeks ?? [null]).map(
    (seek) => sql`SELECT * FROM (SELECT ${list.id} AS id, ${check ?? sql`1`} AS fits
      FROM ${from(list, seek)} WHERE ${and(seek?.where, bounds) ?? sql`1`} ${likeThePage(list, seek)} LIMIT ${LIMIT})`,
  );
  // UNION, because a row may fit two of them.
  const rows = sql.join(parts, sql` UNION `);
  const { seen, fitting } = db.get<{ seen: number; fitting: number }>(
    sql`SELECT count(*) AS seen, total(fits) AS fitting FROM (${rows})`,
  );
  return seen < LIMIT ? fitting : null;
}

function from({ table }: CountedList, seek: Seek | null): SQL {
  return seek?.among === undefined ? sql`${table}` : sql`${seek.among} CROSS JOIN ${table}`;
}

/** The order does not matter to a count, but leads SQLite to the index that the page is read by. */
function likeThePage({ orderBy }: CountedList, seek: Seek | null): SQL | undefined {
  return seek === null || seek.among !== undefined ? undefined : sql`ORDER BY ${sql.join([...orderBy], sql`, `)}`;
}
