import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { TOTAL_COUNTED_TO } from '../../shared/contract/lists.ts';
import type { Db } from '../db/db.ts';
import { customers, stockBalances } from '../db/schema/index.ts';
import type { ReadContext } from './context.ts';
import { fewNamed, isNamed } from './customer-search.ts';
import { pageOf } from './keyset.ts';

const { locationKind, locationId, equipmentId, quantity } = stockBalances;

/** Customers who have an equipment on site. What is at customers everyone sees. */
export function listOnSite({ db }: ReadContext, input: Input<'stock.onSite'>): Output<'stock.onSite'> {
  const ids = input.search ? fewNamed(db, input.search) : null;
  const wanted = ids === null ? held(input) : heldBy(ids, input);
  return pageOf(db, input, { key: quantity, id: locationId, descending: input.sort === '-quantity' }, [], {
    table: stockBalances,
    rows: (start, orderBy, limit) =>
      db
        .select({ customerId: customers.id, customerCode: customers.code, customerName: customers.name, quantity })
        .from(stockBalances)
        .innerJoin(customers, eq(customers.id, locationId))
        .where(and(wanted, start))
        .orderBy(...orderBy)
        .limit(limit)
        .all(),
    cursorOf: (row) => [row.quantity, row.customerId],
    total: () => (input.search && ids === null ? null : count(db, wanted)),
  });
}

type Asked = Input<'stock.onSite'>;

/** All of them, in the words of the index that has them in the list's order; those of many names are soon met there. */
function held({ equipmentId: wanted, search }: Asked): SQL | undefined {
  const all = sql`${locationKind} = 'CUSTOMER' AND ${quantity} > 0 AND ${equipmentId} = ${wanted}`;
  return and(all, search ? isNamed(locationId, search) : undefined);
}

/** Few customers are looked up one by one: the plus keeps away from that index. */
function heldBy(ids: readonly number[], { equipmentId: wanted }: Asked): SQL {
  return sql`${locationKind} = 'CUSTOMER' AND +${quantity} > 0 AND ${equipmentId} = ${wanted}
    AND ${locationId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

/** Exact up to `TOTAL_COUNTED_TO`, `null` above. */
function count(db: Db, wanted: SQL | undefined): number | null {
  const rows = sql`SELECT 1 FROM ${stockBalances} WHERE ${wanted} LIMIT ${TOTAL_COUNTED_TO + 1}`;
  const { total } = db.get<{ total: number }>(sql`SELECT count(*) AS total FROM (${rows})`);
  return total > TOTAL_COUNTED_TO ? null : total;
}
