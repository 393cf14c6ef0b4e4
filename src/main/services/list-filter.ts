import { and, type Column, eq, is, or, SQL, sql } from 'drizzle-orm';

/**
 * Rows an index has together and in the list's order: `customer_id = 7`, where (customer_id, id) is indexed.
 * `among` names other rows to do so for one after the other, as in `customer_id = matched.id`.
 */
export interface Seek {
  among?: SQL;
  where: SQL;
}

/** One thing a list is narrowed by. */
export interface Filter {
  /** Leads to the rows: those that fit any of them, none when there is none. Left out when no index does. */
  seeks?: readonly Seek[];
  /** A range of the list's ids outside which nothing fits. */
  bounds?: SQL | undefined;
  /** Whether a row found otherwise fits. Keeps away from indices, lest SQLite takes one that is out of order. */
  check?: SQL | undefined;
  /** The check reads other tables: the rows that fit are not counted by it. */
  isCostly?: boolean;
}

/** What is left of all filters of a list. */
export interface Narrowed {
  /** `null`: all rows, in the list's order. */
  seeks: readonly Seek[] | null;
  bounds: SQL | undefined;
  check: SQL | undefined;
  isCostly: boolean;
}

/** Nothing fits. */
export const NOTHING: Filter = { seeks: [] };

/** Rows with this value, by an index of (column, the list's order). No filter without a value. */
export function equals(column: Column, value: string | number | undefined): Filter | undefined {
  if (value === undefined) return undefined;
  return { seeks: [{ where: eq(column, value) }], check: sql`+${column} = ${value}` };
}

/** Rows that fit any of these. One that no index leads to leaves only walking the whole list in order. */
export function anyOf(...filters: readonly (Filter | undefined)[]): Filter {
  const given = filters.filter((filter) => filter !== undefined).filter(({ seeks }) => seeks?.length !== 0);
  const [only = NOTHING] = given;
  if (given.length < 2) return only;
  const check = or(...given.map(({ bounds, check: fits }) => and(bounds, fits)));
  if (given.some(({ seeks }) => seeks === undefined))
    return { check, isCostly: given.some((filter) => filter.isCostly) };
  return { seeks: given.flatMap(({ seeks = [], bounds }) => seeks.map((seek) => within(seek, bounds))), check };
}

/**
 * Makes of a list's filters one way to its rows. The first one an index leads to is the way; the others are only
 * checked: so name those first that fit fewest rows. SQLite cannot know which these are, and would have to guess.
 */
export function narrow(filters: readonly (Filter | SQL | undefined)[]): Narrowed {
  const given = filters
    .filter((filter) => filter !== undefined)
    .map((filter) => (is(filter, SQL) ? { check: filter } : filter));
  const nothing = given.find(({ seeks }) => seeks?.length === 0);
  const way = nothing ?? given.find(({ seeks }) => seeks !== undefined);
  return {
    seeks: way?.seeks ?? null,
    bounds: and(...given.map(({ bounds }) => bounds)),
    check: and(...given.filter((filter) => filter !== way).map(({ check }) => check)),
    isCostly: given.some((filter) => filter !== way && filter.isCostly === true),
  };
}

function within(seek: Seek, bounds: SQL | undefined): Seek {
  return bounds === undefined ? seek : { ...seek, where: sql`${seek.where} AND ${bounds}` };
}
