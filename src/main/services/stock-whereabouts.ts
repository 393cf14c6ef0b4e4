import { sql, type SQL } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import type { Db } from '../db/db.ts';
import { depots, stockBalances, users } from '../db/schema/index.ts';
import type { ReadContext } from './context.ts';
import { depotById } from './depots.ts';
import { equipmentById } from './equipment.ts';
import { type Scope, scopeOf } from './read-scope.ts';

type Whereabouts = Output<'stock.whereabouts'>;
type PlaceTotal = Whereabouts['places'][number];

interface Row extends Pick<PlaceTotal, 'kind' | 'condition' | 'quantity'> {
  depotId: number | null;
}

/**
 * Where all of an equipment is. Whole, it sums to zero: what is at places is what came in from plants, at the opening
 * and by adjustments. Who sees only some places is not given those either, or could work out the others from them.
 *
 * @throws Refusal NOT_FOUND
 */
export function whereabouts(context: ReadContext, { equipmentId }: Input<'stock.whereabouts'>): Whereabouts {
  const { db } = context;
  equipmentById(db, equipmentId);
  const scope = scopeOf(context);
  const isWhole = seesAllDepots(db, scope);
  const parts = [
    ...(scope.kind === 'own' ? [] : [atDepots(equipmentId, isWhole ? sql`1` : sql`place.id = ${depotOf(scope)}`)]),
    onTrucks(equipmentId, scope.kind === 'own' ? sql`place.id = ${scope.userId}` : sql`1`),
    atCustomers(equipmentId),
    ...(isWhole ? [elsewhere(equipmentId)] : []),
  ];
  const rows = db.all<Row>(sql.join(parts, sql` UNION ALL `));
  return { equipmentId, isWhole, places: rows.filter(({ quantity }) => quantity !== 0).map((row) => named(db, row)) };
}

function depotOf(scope: Scope): number {
  return scope.kind === 'depot' ? scope.depotId : 0;
}

/** A clerk does where there is only one depot. */
function seesAllDepots(db: Db, scope: Scope): boolean {
  if (scope.kind === 'all') return true;
  if (scope.kind === 'own') return false;
  const others = sql`SELECT 1 FROM ${depots} WHERE ${depots.kind} = 'OWN' AND ${depots.id} <> ${scope.depotId}`;
  return db.get<{ others: number }>(sql`SELECT EXISTS (${others}) AS others`).others === 0;
}

const { locationKind, locationId, equipmentId: equipment, condition, quantity } = stockBalances;

function atDepots(equipmentId: number, visible: SQL): SQL {
  return sql`SELECT 'DEPOT' AS kind, place.id AS depotId, ${condition} AS condition, ${quantity} AS quantity
    FROM ${depots} AS place CROSS JOIN ${stockBalances}
    WHERE ${visible} AND ${locationKind} = 'DEPOT' AND ${locationId} = place.id AND ${equipment} = ${equipmentId}`;
}

function onTrucks(equipmentId: number, visible: SQL): SQL {
  return sql`SELECT 'TRUCK' AS kind, NULL AS depotId, ${condition} AS condition, sum(${quantity}) AS quantity
    FROM ${users} AS place CROSS JOIN ${stockBalances}
    WHERE ${visible} AND ${locationKind} = 'TRUCK' AND ${locationId} = place.id AND ${equipment} = ${equipmentId}
    GROUP BY ${condition}`;
}

/** By the index of what is on site; the words must be those of its own condition. */
function atCustomers(equipmentId: number): SQL {
  return sql`SELECT 'CUSTOMER', NULL, 'ON_SITE', coalesce(sum(${quantity}), 0) FROM ${stockBalances}
    WHERE ${locationKind} = 'CUSTOMER' AND ${quantity} > 0 AND ${equipment} = ${equipmentId}`;
}

function elsewhere(equipmentId: number): SQL {
  return sql`SELECT ${locationKind}, NULL, ${condition}, ${quantity} FROM ${stockBalances}
    WHERE ${locationKind} IN ('SOLD', 'LOST', 'SCRAP', 'OPENING', 'ADJUSTMENT') AND ${locationId} = 0
      AND ${equipment} = ${equipmentId}`;
}

function named(db: Db, { depotId, ...row }: Row): PlaceTotal {
  if (depotId === null) return { ...row, depot: null };
  const { name, kind } = depotById(db, depotId);
  return { ...row, depot: { id: depotId, name, isSupplier: kind === 'SUPPLIER' } };
}
