import { type SQL, sql } from 'drizzle-orm';
import type { Output } from '../../shared/contract/index.ts';
import type { BusinessDate } from '../../shared/dates.ts';
import type { Db } from '../db/db.ts';
import { distributions, movements, stockBalances, users } from '../db/schema/index.ts';
import type { ReadContext } from './context.ts';
import { type Scope, scopeOf } from './read-scope.ts';

type Board = Output<'stock.trucks'>;
type Truck = Board['items'][number];
type Load = Truck['items'][number];

/** What each truck carries, what became of it today, and whether its slips still have to be keyed or confirmed. */
export function truckBoard(context: ReadContext): Board {
  const { db, today } = context;
  const scope = scopeOf(context);
  const isMine = scope.kind === 'own' ? sql`truck.id = ${scope.userId}` : sql`1`;
  const loads = new Map<number, Map<number, Load>>();
  for (const { driverId, equipmentId, ...figures } of [...balances(db, isMine), ...movedToday(db, isMine, today)]) {
    const load = loads.get(driverId) ?? new Map<number, Load>();
    load.set(equipmentId, { ...(load.get(equipmentId) ?? nothing(equipmentId)), ...figures });
    loads.set(driverId, load);
  }
  const drafts = Map.groupBy(slipsInDraft(db, scope), ({ driverId }) => driverId);
  const trucks = people(db, isMine).map(({ isDriver, isActive, ...driver }) => {
    const items = [...(loads.get(driver.driverId)?.values() ?? [])];
    const draftSlips = (drafts.get(driver.driverId) ?? []).map(({ driverId: _driverId, ...slip }) => slip);
    const isUnreconciled = draftSlips.length > 0 || items.some(isBelowZero);
    const isAtWork = isDriver === 1 && isActive === 1;
    return { isAtWork, truck: { ...driver, isActive: isActive === 1, items, draftSlips, isUnreconciled } };
  });
  // Who left, or does other work now, while something is still on his truck.
  const shown = trucks.filter(
    ({ isAtWork, truck: { items, draftSlips } }) => isAtWork || items.length + draftSlips.length,
  );
  return { businessDate: today, items: shown.map(({ truck }) => truck) };
}

function isBelowZero({ full, empty, damaged }: Load): boolean {
  return Math.min(full, empty, damaged) < 0;
}

function nothing(equipmentId: number): Load {
  return { equipmentId, full: 0, empty: 0, damaged: 0, loaded: 0, sold: 0, takenBack: 0, returned: 0 };
}

function people(db: Db, isMine: SQL) {
  return db.all<Pick<Truck, 'driverId' | 'name' | 'vehicleNo'> & { isDriver: number; isActive: number }>(sql`
    SELECT id AS driverId, full_name AS name, vehicle_no AS vehicleNo, role = 'DRIVER' AS isDriver, is_active AS isActive
    FROM ${users} AS truck WHERE ${isMine} ORDER BY full_name, id`);
}

type Figures = Partial<Load> & { driverId: number; equipmentId: number };

function balances(db: Db, isMine: SQL): Figures[] {
  const { locationKind, locationId, equipmentId, condition, quantity } = stockBalances;
  const of = (word: 'FULL' | 'EMPTY' | 'DAMAGED') => sql`sum(iif(${condition} = ${word}, ${quantity}, 0))`;
  return db.all(sql`
    SELECT truck.id AS driverId, ${equipmentId} AS equipmentId,
      ${of('FULL')} AS full, ${of('EMPTY')} AS empty, ${of('DAMAGED')} AS damaged
    FROM ${users} AS truck CROSS JOIN ${stockBalances}
    WHERE ${isMine} AND ${locationKind} = 'TRUCK' AND ${locationId} = truck.id AND ${quantity} <> 0
    GROUP BY truck.id, ${equipmentId}`);
}

/** Movements of today have the highest ids: each truck's are read from the first of them on. */
function movedToday(db: Db, isMine: SQL, today: BusinessDate): Figures[] {
  const { id, businessDate, fromKind, fromId, toKind, toId, equipmentId, quantity } = movements;
  const { first } = db.get<{ first: number | null }>(
    sql`SELECT min(${id}) AS first FROM ${movements} WHERE ${businessDate} = ${today}`,
  );
  if (first === null) return [];
  const isToday = sql`${id} >= ${first} AND +${businessDate} = ${today} AND ${isMine}`;
  return db.all(sql`
    SELECT driverId, equipmentId, sum(iif(kind = 'DEPOT', came, 0)) AS loaded, sum(iif(kind = 'CUSTOMER', came, 0)) AS takenBack,
      sum(iif(kind IN ('CUSTOMER', 'SOLD'), went, 0)) AS sold, sum(iif(kind = 'DEPOT', went, 0)) AS returned
    FROM (
      SELECT truck.id AS driverId, ${equipmentId} AS equipmentId, ${fromKind} AS kind, ${quantity} AS came, 0 AS went
      FROM ${users} AS truck CROSS JOIN ${movements} WHERE ${toKind} = 'TRUCK' AND ${toId} = truck.id AND ${isToday}
      UNION ALL
      SELECT truck.id, ${equipmentId}, ${toKind}, 0, ${quantity}
      FROM ${users} AS truck CROSS JOIN ${movements} WHERE ${fromKind} = 'TRUCK' AND ${fromId} = truck.id AND ${isToday}
    ) GROUP BY driverId, equipmentId`);
}

function slipsInDraft(db: Db, scope: Scope): (Truck['draftSlips'][number] & { driverId: number })[] {
  const { id, number, businessDate, driverId, depotId, status } = distributions;
  const isVisible =
    scope.kind === 'all'
      ? sql`1`
      : scope.kind === 'depot'
        ? sql`+${depotId} = ${scope.depotId}`
        : sql`+${driverId} = ${scope.userId}`;
  return db.all(sql`
    SELECT ${id} AS id, ${number} AS number, ${businessDate} AS businessDate, ${driverId} AS driverId
    FROM ${distributions} WHERE ${status} = 'DRAFT' AND ${isVisible} ORDER BY ${id}`);
}
