import { and, eq, ne } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { refuse, refuseField } from '../../shared/errors.ts';
import type { Db } from '../db/db.ts';
import { stockBalances } from '../db/schema/index.ts';
import { onSite, outside, type Place } from '../domain/stock.ts';
import type { ReadContext, Unit } from './context.ts';
import { customerById } from './customer-rows.ts';
import { depotById, ownDepot } from './depots.ts';
import { equipmentById } from './equipment.ts';
import { scopeOf } from './read-scope.ts';
import { requireRight } from './rights.ts';
import { postMoves, quantityAt } from './stock-ledger.ts';
import { userById } from './users.ts';

type Inventory = Output<'inventories.list'>['items'][number];
type Entity = Inventory['entity'];

const KIND_OF = { depot: 'DEPOT', truck: 'TRUCK', customer: 'CUSTOMER' } as const;

/** Balances of one place, or of all places of a kind. @throws Refusal NOT_FOUND */
export function listInventories(context: ReadContext, input: Input<'inventories.list'>): Output<'inventories.list'> {
  const { db } = context;
  const { entity } = input;
  const entityId = input.entityId ?? onlyPlace(context, entity);
  if (entityId !== undefined) {
    refuseUnknown(db, entity, entityId);
    refuseForeignPlace(context, entity, entityId);
  }
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
  return { item: inventoryAt(unit, entity, entityId, equipmentId), difference };
}

/**
 * Full or empty goods at a depot turn out to be damaged: one movement there, so that nothing is lost or made.
 *
 * @throws Refusal NOT_FOUND; INVALID_STATE; APPROVAL_REQUIRED; INSUFFICIENT_STOCK
 */
export function markDamaged(unit: Unit, input: Input<'stock.markDamaged'>): Output<'stock.markDamaged'> {
  const { db } = unit;
  const { depotId, equipmentId, condition, quantity, reason } = input;
  equipmentById(db, equipmentId);
  const from = { kind: 'DEPOT', id: ownDepot(db, depotId).id, condition } as const;
  requireRight(unit, 'stockAdjustment');
  const move = { equipmentId, quantity, from, to: { ...from, condition: 'DAMAGED' as const } };
  const document = { documentKind: 'ADJUSTMENT', documentId: null, documentNumber: null } as const;
  postMoves(unit, [move], { businessDate: unit.today, ...document, reason });
  const item = inventoryAt(unit, 'depot', depotId, equipmentId);
  unit.audit({
    action: 'stock.markDamaged',
    entityType: 'depot',
    entityId: depotId,
    after: { equipmentId, condition, quantity, damaged: item.damaged },
    reason,
  });
  return { item };
}

function inventoryAt(context: ReadContext, entity: Entity, entityId: number, equipmentId: number): Inventory {
  const { items } = listInventories(context, { entity, entityId });
  return items.find((found) => found.equipmentId === equipmentId) ?? emptyItem(entity, entityId, equipmentId);
}

/** The one place of a kind that its reader may see; `undefined` when he may see all of them. */
function onlyPlace(context: ReadContext, entity: Entity): number | undefined {
  const scope = scopeOf(context);
  if (scope.kind === 'depot' && entity === 'depot') return scope.depotId;
  if (scope.kind !== 'own' || entity === 'customer') return undefined;
  if (entity === 'depot') refuse('FORBIDDEN', 'A driver sees his own truck, not the depots.', {});
  return scope.userId;
}

/** Counter staff see their own depot, drivers their own truck; what is at customers everyone sees. */
function refuseForeignPlace(context: ReadContext, entity: Entity, id: number): void {
  const scope = scopeOf(context);
  if (entity === 'customer' || scope.kind === 'all') return;
  const isOwn =
    scope.kind === 'depot' ? entity === 'truck' || id === scope.depotId : entity === 'truck' && id === scope.userId;
  if (!isOwn) refuse('FORBIDDEN', 'This belongs to another depot or truck.', {});
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
