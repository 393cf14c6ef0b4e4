/** Where goods can be (domain.md, "Stock: one conserved ledger"). `id` is 0 where there is only one such place. */
export type LocationKind = 'DEPOT' | 'TRUCK' | 'CUSTOMER' | 'SOLD' | 'LOST' | 'SCRAP' | 'OPENING' | 'ADJUSTMENT';
export type GoodsCondition = 'FULL' | 'EMPTY' | 'DAMAGED';
export type Condition = GoodsCondition | 'ON_SITE';

export interface Place {
  kind: LocationKind;
  id: number;
  condition: Condition;
}

/** A quantity of one equipment from one place to another. Conservation holds because there is no other way to move it. */
export interface Move {
  equipmentId: number;
  quantity: number;
  from: Place;
  to: Place;
}

/** Where a sale's goods come from and go back to. */
export interface Source {
  kind: 'DEPOT' | 'TRUCK';
  id: number;
}

export type CylinderAction = 'DELIVER' | 'EMPTY_RETURN' | 'HALF_RETURN' | 'DAMAGED_RETURN';
export type Ownership = 'SOLD' | 'LOAN';

const RETURNED_AS: Record<Exclude<CylinderAction, 'DELIVER'>, GoodsCondition> = {
  EMPTY_RETURN: 'EMPTY',
  // A half is refilled like an empty; only reports count it apart.
  HALF_RETURN: 'EMPTY',
  DAMAGED_RETURN: 'DAMAGED',
};

export function onSite(customerId: number): Place {
  return { kind: 'CUSTOMER', id: customerId, condition: 'ON_SITE' };
}

export function outside(kind: 'SOLD' | 'LOST' | 'SCRAP' | 'OPENING' | 'ADJUSTMENT', condition: Condition): Place {
  return { kind, id: 0, condition };
}

/** A cylinder line of a sale. */
export function cylinderMove(
  action: CylinderAction,
  equipmentId: number,
  quantity: number,
  source: Source,
  customerId: number,
): Move {
  const site = onSite(customerId);
  if (action === 'DELIVER') return { equipmentId, quantity, from: { ...source, condition: 'FULL' }, to: site };
  return { equipmentId, quantity, from: site, to: { ...source, condition: RETURNED_AS[action] } };
}

/** A meter or regulator that is sold leaves the count; one on loan goes to the customer. */
export function equipmentMove(
  ownership: Ownership,
  equipmentId: number,
  quantity: number,
  source: Source,
  customerId: number,
): Move {
  const to = ownership === 'SOLD' ? outside('SOLD', 'FULL') : onSite(customerId);
  return { equipmentId, quantity, from: { ...source, condition: 'FULL' }, to };
}

/** A distribution's item: OUT loads the truck, IN unloads it; the condition stays. */
export function distributionMove(
  direction: 'OUT' | 'IN',
  condition: GoodsCondition,
  equipmentId: number,
  quantity: number,
  depotId: number,
  driverId: number,
): Move {
  const depot: Place = { kind: 'DEPOT', id: depotId, condition };
  const truck: Place = { kind: 'TRUCK', id: driverId, condition };
  return direction === 'OUT'
    ? { equipmentId, quantity, from: depot, to: truck }
    : { equipmentId, quantity, from: truck, to: depot };
}

/**
 * Deliveries before returns: what a customer gets and hands back in one sale is one swap, so the order in which the
 * clerk typed the lines must not decide whether it is refused.
 */
export function inPostingOrder(moves: readonly Move[]): Move[] {
  const towards = moves.filter((move) => move.to.kind === 'CUSTOMER');
  const others = moves.filter((move) => move.to.kind !== 'CUSTOMER');
  return [...towards, ...others];
}

/** Whether a place may hold less than nothing (domain.md: trucks' empties come back before the slips are keyed). */
export function mayGoBelowZero(place: Place, isSupplierDepot: boolean, confirmTruckShort: boolean): boolean {
  switch (place.kind) {
    case 'DEPOT':
      return isSupplierDepot;
    case 'TRUCK':
      return place.condition !== 'FULL' || confirmTruckShort;
    case 'CUSTOMER':
      return false;
    case 'SOLD':
    case 'LOST':
    case 'SCRAP':
    case 'OPENING':
    case 'ADJUSTMENT':
      return true;
  }
}
