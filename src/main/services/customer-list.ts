import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { TOTAL_COUNTED_TO } from '../../shared/contract/lists.ts';
import type { Db } from '../db/db.ts';
import { customers } from '../db/schema/index.ts';
import type { ReadContext } from './context.ts';
import { withAccounts } from './customer-accounts.ts';
import type { CustomerRow } from './customer-rows.ts';
import { findIds, idsFound, textQuery, traitQuery } from './customer-search.ts';
import { pageOf } from './keyset.ts';
import { foldForSearch } from './search.ts';

/** Customers up to here are sorted rather than met on a walk along all of them. */
const FEW = 4000;
/** A text that one customer in ten has fills a page within this many customers for each row, unless they stand together. */
const WINDOW_FOR_A_ROW = 20;

interface Wanted {
  text: string;
  /** For `customer_search`: text and traits. */
  query: string;
  traits: SQL | undefined;
  /** Who they are, up to one more than a total says. */
  found: readonly number[];
}

export function listCustomers({ db, today }: ReadContext, input: Input<'customers.list'>): Output<'customers.list'> {
  const byName = input.sort.endsWith('name');
  const key = byName ? customers.name : customers.code;
  const wanted = wantedOf(db, input);
  const page = pageOf(db, input, { key, id: customers.id, descending: input.sort.startsWith('-') }, [], {
    table: customers,
    rows: (start, orderBy, limit) =>
      wanted ? findPage(db, wanted, start, orderBy, limit) : select(db, start, orderBy, limit),
    cursorOf: (row) => [byName ? row.name : row.code, row.id],
    ...(wanted && { total: () => (wanted.found.length > TOTAL_COUNTED_TO ? null : wanted.found.length) }),
  });
  return { ...page, items: withAccounts(db, page.items, today) };
}

function wantedOf(db: Db, { search, isActive, paymentType, hasMeter }: Input<'customers.list'>): Wanted | null {
  const text = foldForSearch(search);
  const queries = [
    text === '' ? undefined : textQuery(text, 'name particulars'),
    isActive === undefined ? undefined : traitQuery(isActive ? 'active' : 'inactive'),
    paymentType && traitQuery(paymentType.toLowerCase()),
    hasMeter === undefined ? undefined : traitQuery(hasMeter ? 'metered' : 'unmetered'),
  ].filter((query) => query !== undefined);
  if (queries.length === 0) return null;
  const query = queries.join(' AND ');
  const traits = and(
    isActive === undefined ? undefined : eq(customers.isActive, isActive),
    paymentType && eq(customers.paymentType, paymentType),
    hasMeter === undefined ? undefined : eq(customers.isMeterInstalled, hasMeter),
  );
  return { text, query, traits, found: findIds(db, query, TOTAL_COUNTED_TO + 1) };
}

/**
 * The index finds customers in no order. A few are sorted; many are met along the list in its order, each looked up
 * among those found; where most have the text, reading a stretch of the list is sooner done than finding them all.
 */
function findPage(
  db: Db,
  { text, query, traits, found }: Wanted,
  start: SQL | undefined,
  orderBy: SQL[],
  limit: number,
): CustomerRow[] {
  if (found.length > TOTAL_COUNTED_TO) {
    if (text === '') return select(db, and(traits, start), orderBy, limit);
    const stretch = db
      .select()
      .from(customers)
      .where(start)
      .orderBy(...orderBy)
      .limit(limit * WINDOW_FOR_A_ROW)
      .as('customers');
    const near = db
      .select()
      .from(stretch)
      .where(and(sql`instr(${customers.searchText}, ${text})`, traits))
      .orderBy(...orderBy)
      .limit(limit)
      .all();
    if (near.length === limit) return near;
    return select(db, and(sql`+${customers.id} IN (${idsFound(query)})`, start), orderBy, limit);
  }
  const isFound = sql`IN (SELECT value FROM json_each(${JSON.stringify(found)}))`;
  if (found.length > FEW) return select(db, and(sql`+${customers.id} ${isFound}`, start), orderBy, limit);
  const first = db
    .select({ id: customers.id })
    .from(customers)
    .where(and(sql`${customers.id} ${isFound}`, start))
    .orderBy(...orderBy)
    .limit(limit);
  return select(db, inArray(customers.id, first), orderBy, limit);
}

function select(db: Db, where: SQL | undefined, orderBy: SQL[], limit: number): CustomerRow[] {
  return db
    .select()
    .from(customers)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit)
    .all();
}
