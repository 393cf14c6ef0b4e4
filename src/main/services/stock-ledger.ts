import { and, eq, sql } from 'drizzle-orm';
import type { BusinessDate } from '../../shared/dates.ts';
import { refuse } from '../../shared/errors.ts';
import type { Db } from '../db/db.ts';
import { inserting } from '../db/inserting.ts';
import { movements, stockBalances } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import { mayGoBelowZero, type Move, type Place } from '../domain/stock.ts';
import type { Unit } from './context.ts';
import { customerById } from './customer-rows.ts';
import { depotById } from './depots.ts';
import { equipmentById } from './equipment.ts';
import { userById } from './users.ts';

/** The document that moves the goods. */
export interface Posting {
  businessDate: BusinessDate;
  documentKind: 'TRANSACTION' | 'DISTRIBUTION' | 'STOCK_TRANSFER' | 'ADJUSTMENT' | 'IMPORT';
  documentId: number | null;
  documentNumber: string | null;
  reason?: string | null;
  /** A truck may be short of full cylinders: the clerk has been asked. */
  confirmTruckShort?: boolean;
}

/** The one balance of an equipment at a place. */
const isThatBalance = and(
  eq(stockBalances.locationKind, sql.placeholder('kind')),
  eq(stockBalances.locationId, sql.placeholder('id')),
  eq(stockBalances.equipmentId, sql.placeholder('equipmentId')),
  eq(stockBalances.condition, sql.placeholder('condition')),
);

const selectBalance = statement((db) =>
  db.select({ quantity: stockBalances.quantity }).from(stockBalances).where(isThatBalance).prepare(),
);

const addToBalance = statement((db) =>
  db
    .insert(stockBalances)
    .values({
      locationKind: sql.placeholder('kind'),
      locationId: sql.placeholder('id'),
      equipmentId: sql.placeholder('equipmentId'),
      condition: sql.placeholder('condition'),
      quantity: sql.placeholder('quantity'),
    })
    .onConflictDoUpdate({
      target: [
        stockBalances.locationKind,
        stockBalances.locationId,
        stockBalances.equipmentId,
        stockBalances.condition,
      ],
      set: { quantity: sql`${stockBalances.quantity} + excluded.quantity` },
    })
    .prepare(),
);

const takeFromBalance = statement((db) =>
  db
    .update(stockBalances)
    .set({ quantity: sql`${stockBalances.quantity} - ${sql.placeholder('quantity')}` })
    .where(isThatBalance)
    .prepare(),
);

const insertMovement = inserting(movements);

/** How many of an equipment are at a place. */
export function quantityAt(db: Db, place: Place, equipmentId: number): number {
  const { kind, id, condition } = place;
  return selectBalance(db).get({ kind, id, equipmentId, condition })?.quantity ?? 0;
}

/**
 * Posts moves to the ledger and to its balances.
 *
 * @throws Refusal INSUFFICIENT_STOCK naming place, condition, what is there and what was asked; nothing is posted then.
 */
export function postMoves(unit: Unit, moves: readonly Move[], posting: Posting): void {
  for (const move of moves) {
    refuseShortage(unit, move, posting.confirmTruckShort ?? false);
    const { equipmentId, quantity, from, to } = move;
    const taken = takeFromBalance(unit.db).run({ ...from, equipmentId, quantity });
    if (taken.changes === 0) addToBalance(unit.db).run({ ...from, equipmentId, quantity: -quantity });
    addToBalance(unit.db).run({ ...to, equipmentId, quantity });
    insertMovement(unit.db, {
      instant: unit.instant,
      businessDate: posting.businessDate,
      equipmentId,
      quantity,
      fromKind: from.kind,
      fromId: from.id,
      fromCondition: from.condition,
      toKind: to.kind,
      toId: to.id,
      toCondition: to.condition,
      documentKind: posting.documentKind,
      documentId: posting.documentId,
      documentNumber: posting.documentNumber,
      reason: posting.reason ?? null,
      userId: unit.actor?.id ?? null,
      commitSeq: unit.seq,
    });
  }
}

function refuseShortage(unit: Unit, { equipmentId, quantity, from }: Move, confirmTruckShort: boolean): void {
  const { db } = unit;
  const available = quantityAt(db, from, equipmentId);
  if (available >= quantity) return;
  const isSupplier = from.kind === 'DEPOT' && depotById(db, from.id).kind === 'SUPPLIER';
  if (mayGoBelowZero(from, isSupplier, confirmTruckShort)) return;
  const name = nameOfPlace(db, from);
  const what = `${equipmentById(db, equipmentId).name} (${CONDITION_NAMES[from.condition]})`;
  refuse(
    'INSUFFICIENT_STOCK',
    `${name} has ${available} × ${what}, but ${quantity} ${quantity === 1 ? 'is' : 'are'} needed.`,
    {
      location: from.kind,
      locationId: from.id,
      name,
      equipmentId,
      condition: from.condition,
      available,
      asked: quantity,
    },
  );
}

const CONDITION_NAMES = { FULL: 'full', EMPTY: 'empty', DAMAGED: 'damaged', ON_SITE: 'on site' } as const;

const OUTSIDE_NAMES = {
  SOLD: 'Sold',
  LOST: 'Lost',
  SCRAP: 'Scrapped',
  OPENING: 'Opening stock',
  ADJUSTMENT: 'Adjustment',
} as const;

/** What a place is called on screen. */
export function nameOfPlace(db: Db, place: Pick<Place, 'kind' | 'id'>): string {
  switch (place.kind) {
    case 'DEPOT':
      return depotById(db, place.id).name;
    case 'TRUCK': {
      const driver = userById(db, place.id);
      return driver.vehicleNo ? `${driver.fullName} (${driver.vehicleNo})` : driver.fullName;
    }
    case 'CUSTOMER':
      return customerById(db, place.id).name;
    case 'SOLD':
    case 'LOST':
    case 'SCRAP':
    case 'OPENING':
    case 'ADJUSTMENT':
      return OUTSIDE_NAMES[place.kind];
  }
}
