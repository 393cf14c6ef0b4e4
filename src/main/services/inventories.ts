import { and, eq, ne } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { refuseField } from '../../shared/errors.ts';
import type { Db } from '../db/db.ts';
import { stockBalances } from '../db/schema/index.ts';
import { onSite, outside, type Place } from '../domain/stock.ts';
import type { ReadContext, Unit } from './context.ts';
import { customerById } from './customer-rows.ts';
import { depotById, ownDepot } from './depots.ts';
import { equipmentById } from './equipment.ts';
import { requireRight } from './rights.ts';
import { postMoves, quantityAt } from './stock-ledger.ts';
import { userById } from './users.ts';

type Inventory = Output<'inventories.list'>['items'][number];
type Entity = Inventory['entity'];

const KIND_OF = { depot: 'DEPOT', truck: 'TRUCK', customer: 'CUSTOMER' } as const;

/** Balances of one place, or of all places of a kind. @throws Refusal NOT_FOUND */
export function listInventories({ db }: ReadContext, input: Input<'inventories.list'>): Output<'inventories.list'> {
  const { entity, entityId } = input;
  if (entityId !== undefined) refuseUnknown(db, entity, entityId);
  const rows = db
    .select()
    .from(stockBalances)
    .where(
      and(
        eq(stockBalances.locationKind, KIND_OF[entity]),
        entityId === undefined ? undefined : eq(stockBalances.locationId, entityId),
        ne(stockBalances.quantity, 0),
      ),
    )
    .orderBy(stockBalances.locationId, stockBalances.equipmentId)
    .all();
  const items = new Map<string, Inventory>();
  for (const { locationId, equipmentId, condition, quantity } of rows) {
    const key = `${locationId} ${equipmentId}`;
    const item = items.get(key) ?? emptyItem(entity, locationId, equipmentId);
    items.set(key, { ...item, [FIELD_OF[condition]]: quantity });
  }
  return { items: [...items.values()] };
}

/**
 * Posts the difference between a count and the books against ADJUSTMENT (domain.md, "Stock").
 *
 * @throws Refusal NOT_FOUND; APPROVAL_REQUIRED; VALIDATION when the condition does not fit the place.
 */
export function updateInventory(unit: Unit, input: Input<'inventories.update'>): Output<'inventories.update'> {
  const { db } = unit;
  const { entity, entityId, equipmentId, quantity, reason } = input;
  equipmentById(db, equipmentId);
  const place = countedPlace(db, input);
  requireRight(unit, 'stockAdjustment');
  const before = quantityAt(db, place, equipmentId);
  const difference = quantity - before;
  if (difference !== 0) {
    const adjustment = outside('ADJUSTMENT', place.condition);
    const move =
      difference > 0
        ? { equipmentId, quantity: difference, from: adjustment, to: place }
        : { equipmentId, quantity: -difference, from: place, to: adjustment };
    const document = { documentKind: 'ADJUSTMENT', documentId: null, documentNumber: null } as const;
    postMoves(unit, [move], { businessDate: unit.today, ...document, reason });
    unit.audit({
      action: 'inventories.update',
      entityType: entity,
      entityId,
      before: { equipmentId, condition: place.condition, quantity: before },
      after: { equipmentId, condition: place.condition, quantity },
      reason,
    });
  }
  const item = listInventories(unit, { entity, entityId }).items.find((found) => found.equipmentId === equipmentId);
  return { item: item ?? emptyItem(entity, entityId, equipmentId), difference };
}

function countedPlace(db: Db, { entity, entityId, condition }: Input<'inventories.update'>): Place {
  if (entity === 'customer') {
    if (condition !== undefined) refuseField('condition', 'At a customer there is only one condition: leave it out.');
    return onSite(customerById(db, entityId).id);
  }
  if (condition === undefined) refuseField('condition', 'Say which condition was counted.');
  return { kind: 'DEPOT', id: ownDepot(db, entityId).id, condition };
}

function refuseUnknown(db: Db, entity: Entity, id: number): void {
  if (entity === 'depot') depotById(db, id);
  else if (entity === 'truck') userById(db, id);
  else customerById(db, id);
}

const FIELD_OF = { FULL: 'full', EMPTY: 'empty', DAMAGED: 'damaged', ON_SITE: 'onSite' } as const;

function emptyItem(entity: Entity, entityId: number, equipmentId: number): Inventory {
  return { entity, entityId, equipmentId, full: 0, empty: 0, damaged: 0, onSite: 0 };
}
