import { and, eq, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { type BusinessDate, monthOf, monthsUpTo } from '../../shared/dates.ts';
import type { Db } from '../db/db.ts';
import { movements, stockBalances } from '../db/schema/index.ts';
import type { ReadContext } from './context.ts';
import { customerById } from './customer-rows.ts';
import { datedBetween } from './dated.ts';

type History = Output<'customers.onSiteHistory'>;

interface Change {
  month: string;
  equipmentId: number;
  /** More on site, or fewer when negative. */
  change: number;
}

/**
 * What a customer had on site at the end of each month: what is there now, less what the months since have brought. So
 * it costs what those months hold, however long the customer has been one.
 *
 * @throws Refusal NOT_FOUND
 */
export function onSiteHistory({ db, today }: ReadContext, input: Input<'customers.onSiteHistory'>): History {
  customerById(db, input.id);
  const first = firstMonth(db, input.id);
  const months = monthsUpTo(today, input.months).filter((month) => first !== null && month >= first);
  const [start] = months;
  if (start === undefined) return { items: [] };
  const changes = Map.groupBy(changesSince(db, input.id, `${start}-01` as BusinessDate), ({ month }) => month);
  const onSite = new Map<number, number>(
    db
      .select({ equipmentId: stockBalances.equipmentId, quantity: stockBalances.quantity })
      .from(stockBalances)
      .where(and(eq(stockBalances.locationKind, 'CUSTOMER'), eq(stockBalances.locationId, input.id)))
      .all()
      .map(({ equipmentId, quantity }) => [equipmentId, quantity]),
  );
  const items: History['items'] = [];
  for (const month of months.toReversed()) {
    const held = [...onSite].map(([equipmentId, quantity]) => ({ equipmentId, quantity }));
    items.unshift({ month, onSite: held.filter(({ quantity }) => quantity !== 0) });
    for (const { equipmentId, change } of changes.get(month) ?? []) {
      onSite.set(equipmentId, (onSite.get(equipmentId) ?? 0) - change);
    }
  }
  return { items };
}

const { id, businessDate, equipmentId, quantity, fromKind, fromId, toKind, toId } = movements;

/** The month of the customer's first movement. */
function firstMonth(db: Db, customerId: number): string | null {
  const row = db.get<{ first: string } | undefined>(sql`
    SELECT ${businessDate} AS first FROM ${movements} WHERE ${id} = (
      SELECT min(${id}) FROM ${movements} WHERE ${toKind} = 'CUSTOMER' AND ${toId} = ${customerId})`);
  return row === undefined ? null : monthOf(row.first);
}

function changesSince(db: Db, customerId: number, start: BusinessDate): Change[] {
  const since = datedBetween(db, { id, date: businessDate }, start, undefined);
  const isSince = and(since?.bounds, sql`+${businessDate} >= ${start}`);
  return db.all<Change>(sql`
    SELECT substr(day, 1, 7) AS month, equipmentId, sum(change) AS change FROM (
      SELECT ${businessDate} AS day, ${equipmentId} AS equipmentId, ${quantity} AS change
      FROM ${movements} WHERE ${toKind} = 'CUSTOMER' AND ${toId} = ${customerId} AND ${isSince}
      UNION ALL
      SELECT ${businessDate}, ${equipmentId}, -${quantity}
      FROM ${movements} WHERE ${fromKind} = 'CUSTOMER' AND ${fromId} = ${customerId} AND ${isSince}
    ) GROUP BY month, equipmentId`);
}
