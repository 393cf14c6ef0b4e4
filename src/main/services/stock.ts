import { sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { refuseField } from '../../shared/errors.ts';
import { inserting } from '../db/inserting.ts';
import { stockTransfers } from '../db/schema/index.ts';
import type { Move } from '../domain/stock.ts';
import { actorOf, type ReadContext, type Unit } from './context.ts';
import { activeDepot, ownDepot } from './depots.ts';
import { documentDate } from './document-date.ts';
import { equipmentById } from './equipment.ts';
import { stockDifferences, stockSentence } from './kept-balances.ts';
import { postMoves } from './stock-ledger.ts';

export { listMovements } from './stock-movements.ts';

type Transfer = Output<'stock.receive'>;

const insertTransfer = inserting(stockTransfers);

/** Goods from a bottling plant into a depot of ours. */
export function receiveStock(unit: Unit, input: Input<'stock.receive'>): Transfer {
  return transfer(unit, input, 'RECEIVE');
}

/** Goods from a depot of ours to a bottling plant. @throws Refusal INSUFFICIENT_STOCK */
export function dispatchStock(unit: Unit, input: Input<'stock.dispatch'>): Transfer {
  return transfer(unit, input, 'DISPATCH');
}

function transfer(unit: Unit, input: Input<'stock.receive'>, direction: Transfer['direction']): Transfer {
  const { db } = unit;
  const { depotId, supplierDepotId, reference, items } = input;
  ownDepot(db, depotId);
  if (activeDepot(db, supplierDepotId).kind !== 'SUPPLIER') {
    refuseField('supplierDepotId', 'This is a depot of ours, not a bottling plant.');
  }
  const businessDate = documentDate(unit, input.businessDate);
  const id = insertTransfer(db, {
    direction,
    depotId,
    supplierDepotId,
    reference,
    remarks: input.remarks || null,
    businessDate,
    instant: unit.instant,
    userId: actorOf(unit).id,
    commitSeq: unit.seq,
  });
  const moves = items.map(({ equipmentId, condition, quantity }): Move => {
    equipmentById(db, equipmentId);
    const ours = { kind: 'DEPOT', id: depotId, condition } as const;
    const theirs = { kind: 'DEPOT', id: supplierDepotId, condition } as const;
    return direction === 'RECEIVE'
      ? { equipmentId, quantity, from: theirs, to: ours }
      : { equipmentId, quantity, from: ours, to: theirs };
  });
  postMoves(unit, moves, { businessDate, documentKind: 'STOCK_TRANSFER', documentId: id, documentNumber: reference });
  const after = { id, direction, depotId, supplierDepotId, businessDate, reference, items };
  const action = direction === 'RECEIVE' ? 'stock.receive' : 'stock.dispatch';
  unit.audit({ action, entityType: 'stockTransfer', entityId: id, entityNumber: reference, after });
  return after;
}

/** Proves conservation, and that every balance is the sum of its movements (domain.md, "Stock"). */
export function checkStock({ db }: ReadContext): Output<'stock.check'> {
  const unbalanced = db.all<{ equipmentId: number; sum: number }>(sql`
    SELECT equipment_id AS equipmentId, sum(quantity) AS sum FROM stock_balances GROUP BY equipment_id HAVING sum <> 0`);
  const below = db.all<{ id: number; equipmentId: number; condition: string; quantity: number }>(sql`
    SELECT location_id AS id, equipment_id AS equipmentId, condition, quantity FROM stock_balances
    WHERE quantity < 0 AND (location_kind = 'CUSTOMER' OR (location_kind = 'DEPOT' AND location_id IN
      (SELECT id FROM depots WHERE kind = 'OWN')))`);
  const problems = [
    ...unbalanced.map((row) => `Equipment ${row.equipmentId} does not sum to zero: ${row.sum}.`),
    ...stockDifferences(db).map(stockSentence),
    ...below.map((row) => `Place ${row.id} holds ${row.quantity} of equipment ${row.equipmentId} (${row.condition}).`),
  ];
  return { ok: problems.length === 0, problems };
}
