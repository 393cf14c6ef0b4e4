import { type AnyColumn, inArray, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { addDays, type BusinessDate } from '../../shared/dates.ts';
import type { Db } from '../db/db.ts';
import { sequences } from '../db/schema/index.ts';
import { documentNumber, type NumberKind } from '../domain/numbering.ts';
import { type DatedList, datedBetween } from './dated.ts';
import { anyOf, type Filter, NOTHING } from './list-filter.ts';
import { settingsOf } from './settings-store.ts';

/** A text that rows are found by: indexed, without regard to case. */
export interface SearchedText {
  text: AnyColumn;
  /** The list's id. */
  id: AnyColumn;
  /** Where the text lies, and its key to the list's id, when that is not the list's own table. */
  beside?: { table: SQLiteTable; id: AnyColumn };
}

/** Up to here the rows a text leads to are sorted; more of them are soon met on a walk along the list. */
const SORTED_UP_TO = 10_000;

/** Documents with this number: in full, its beginning, or its running number (`123`, `2026-000123`). */
export function numbered(
  db: Db,
  kinds: readonly NumberKind[],
  list: SearchedText & Partial<DatedList>,
  search: string,
): Filter {
  const numbers = runningNumbers(db, kinds, search);
  const begun = startingWith(db, list, search);
  if (numbers.length > 0) return anyOf(begun, rowsWith(list, inArray(list.text, numbers)));
  // So many that they are met on a walk: along the years their numbers name, not along all.
  return begun.seeks === undefined ? { ...begun, bounds: boundsOfYears(db, list, search) } : begun;
}

/** Rows whose text begins like this. */
export function startingWith(db: Db, list: SearchedText, search: string): Filter {
  const begins = (text: AnyColumn | SQL) => sql`(${text} >= ${search} AND ${text} < ${`${search}\u{10FFFF}`})`;
  const found = rowsWith(list, begins(list.text));
  const { table } = placeOf(list);
  const { count } = db.get<{ count: number }>(
    sql`SELECT count(*) AS count FROM (SELECT 1 FROM ${table} WHERE ${begins(list.text)} LIMIT ${SORTED_UP_TO + 1})`,
  );
  if (count === 0) return NOTHING;
  if (count <= SORTED_UP_TO) return found;
  const { beside, id, text } = list;
  if (beside === undefined) return { check: begins(sql`+${text}`) };
  const check = sql`EXISTS (SELECT 1 FROM ${beside.table} WHERE ${beside.id} = ${id} AND ${begins(sql`+${text}`)})`;
  return { check, isCostly: true };
}

/** Every number a running number may stand for: one for each kind and year that has come so far. */
export function runningNumbers(db: Db, kinds: readonly NumberKind[], search: string): string[] {
  const [, year, count] = /^(?:(\d{4})-)?(\d{1,6})$/.exec(search) ?? [];
  if (count === undefined) return [];
  const { siteCode } = settingsOf(db).company;
  return db
    .select()
    .from(sequences)
    .where(inArray(sequences.kind, [...kinds]))
    .all()
    .filter((row) => Number(count) <= row.last && (year === undefined || Number(year) === row.year))
    .map((row) => documentNumber(row.kind, siteCode, row.year, Number(count)));
}

function rowsWith(list: SearchedText, condition: SQL): Filter {
  const { table, id } = placeOf(list);
  const ids = sql`(SELECT ${id} FROM ${table} WHERE ${condition})`;
  return { seeks: [{ where: sql`${list.id} IN ${ids}` }], check: sql`+${list.id} IN ${ids}` };
}

function placeOf({ beside, id }: SearchedText): { table: SQLiteTable | SQL; id: AnyColumn } {
  return beside ?? { table: sql`${id.table}`, id };
}

/**
 * A document's number names the year of its date (domain.md, "Numbers"); a slip's date may have been changed around the
 * turn of the year since.
 */
function boundsOfYears(db: Db, { id, date }: Partial<DatedList> & { id: AnyColumn }, search: string): SQL | undefined {
  const [, digits] = /^[a-z]+-[^-]+-(\d{1,4})/i.exec(search) ?? [];
  if (digits === undefined || date === undefined) return undefined;
  const first = `${digits.padEnd(4, '0')}-01-01` as BusinessDate;
  const last = `${digits.padEnd(4, '9')}-12-31` as BusinessDate;
  return datedBetween(db, { id, date }, addDays(first, -31), addDays(last, 31))?.bounds;
}
