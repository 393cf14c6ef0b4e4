import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { customers } from '../db/schema/index.ts';
import { type Filter, NOTHING } from './list-filter.ts';
import { foldForSearch } from './search.ts';

/** Characters in a gram of `customer_search`. */
const GRAM = 3;

/**
 * What FTS5 is asked for a folded text: the grams it consists of, one behind the other, or, when it is shorter than
 * one, grams that begin with it. So exactly the customers are found whose text has it somewhere.
 */
export function textQuery(folded: string, within: 'name' | 'name particulars'): string {
  // Code points, as SQLite's substr() counts.
  const characters = Array.from(folded);
  const grams = characters.slice(GRAM - 1).map((_, place) => characters.slice(place, place + GRAM).join(''));
  const phrase = grams.length === 0 ? `${quoted(folded)} *` : quoted(grams.join('\n'));
  return `{${within}} : ${phrase}`;
}

export function traitQuery(trait: string): string {
  return `traits : ${quoted(trait)}`;
}

/** Ids of the customers a query finds, as a subquery. */
export function idsFound(query: string): SQL {
  return sql`SELECT rowid FROM customer_search WHERE customer_search MATCH ${query}`;
}

/** The first ids a query finds, in no useful order. */
export function findIds(db: Db, query: string, limit: number): number[] {
  return db.values<[id: number]>(sql`${idsFound(query)} LIMIT ${limit}`).map(([id]) => id);
}

/** Above this many customers their documents are so many that walking the list meets some soon. */
const FEW_CUSTOMERS = 2000;

/**
 * Documents of the customers whose name has the text somewhere.
 *
 * @param customerId the document's column; (customer id, the list's order) is indexed.
 */
export function ofCustomersNamed(db: Db, customerId: AnyColumn, text: string): Filter {
  const ids = fewNamed(db, text);
  if (ids === null) return { check: isNamed(customerId, text), isCostly: true };
  if (ids.length === 0) return NOTHING;
  const matched = sql`json_each(${JSON.stringify(ids)})`;
  return {
    seeks: [{ among: sql`${matched} AS matched`, where: sql`${customerId} = matched.value` }],
    check: sql`+${customerId} IN (SELECT value FROM ${matched})`,
  };
}

/** Ids of the customers whose name has the text somewhere; `null` when they are many. */
export function fewNamed(db: Db, text: string): number[] | null {
  const folded = foldForSearch(text);
  const ids = folded === '' ? [] : findIds(db, textQuery(folded, 'name'), FEW_CUSTOMERS + 1);
  return ids.length > FEW_CUSTOMERS ? null : ids;
}

/** Whether a customer's name has the text somewhere, asked of one after the other. */
export function isNamed(customerId: AnyColumn, text: string): SQL {
  const { id, searchText } = customers;
  const folded = foldForSearch(text);
  return sql`EXISTS (SELECT 1 FROM ${customers} WHERE ${id} = ${customerId}
    AND instr(substr(${searchText}, 1, instr(${searchText}, char(10)) - 1), ${folded}))`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
