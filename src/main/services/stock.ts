import { type SQL, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { refuseField } from '../../shared/errors.ts';
import type { Db } from '../db/db.ts';
import { inserting } from '../db/inserting.ts';
import { depots, movements, stockTransfers, users } from '../db/schema/index.ts';
import type { Move } from '../domain/stock.ts';
import { actorOf, type ReadContext, type Unit } from './context.ts';
import { activeDepot, ownDepot } from './depots.ts';
import { datedBetween } from './dated.ts';
import { documentDate } from './document-date.ts';
import { numbered } from './document-search.ts';
import { equipmentById } from './equipment.ts';
import { stockDifferences, stockSentence } from './kept-balances.ts';
import { pageOf } from './keyset.ts';
import { equals, type Filter } from './list-filter.ts';
import { scopeOf } from './read-scope.ts';
import { nameOfPlace, postMoves } from './stock-ledger.ts';

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

const LOCATION_OF = { depot: 'DEPOT', truck: 'TRUCK', customer: 'CUSTOMER' } as const;

export function listMovements(context: ReadContext, input: Input<'stock.movements'>): Output<'stock.movements'> {
  const { db } = context;
  const scope = scopeOf(context);
  const page = pageOf(
    db,
    input,
    { id: movements.id, descending: input.sort === '-id' },
    [
      input.search ? matching(db, input.search) : undefined,
      input.entity && touching(LOCATION_OF[input.entity], input.entityId),
      scope.kind === 'own' ? touching('TRUCK', scope.userId) : undefined,
      equals(movements.equipmentId, input.equipmentId),
      datedBetween(db, { id: movements.id, date: movements.businessDate }, input.from, input.to),
      scope.kind === 'depot' ? ofNoOtherDepot(scope.depotId) : undefined,
    ],
    {
      table: movements,
      rows: (where, orderBy, limit) =>
        db
          .select()
          .from(movements)
          .where(where)
          .orderBy(...orderBy)
          .limit(limit)
          .all(),
      cursorOf: (row) => [null, row.id],
    },
  );
  return { ...page, items: page.items.map((row) => toMovement(db, row)) };
}

/** Counter staff see what does not concern another depot of ours. */
function ofNoOtherDepot(depotId: number): SQL {
  const known = sql`(SELECT id FROM depots WHERE kind = 'SUPPLIER' OR id = ${depotId})`;
  return sql`(${movements.fromKind} <> 'DEPOT' OR ${movements.fromId} IN ${known})
    AND (${movements.toKind} <> 'DEPOT' OR ${movements.toId} IN ${known})`;
}

function matching(db: Db, search: string): Filter {
  const { id, businessDate: date, documentNumber: text } = movements;
  return numbered(db, ['TRX', 'DST'], { id, date, text }, search);
}

/** Movements from or to a place; of all places of a kind when none is named. */
function touching(kind: 'DEPOT' | 'TRUCK' | 'CUSTOMER', id: number | undefined): Filter {
  const { fromKind, fromId, toKind, toId } = movements;
  if (id !== undefined) {
    return {
      seeks: [
        { where: sql`${fromKind} = ${kind} AND ${fromId} = ${id}` },
        { where: sql`${toKind} = ${kind} AND ${toId} = ${id}` },
      ],
      check: sql`((+${fromKind} = ${kind} AND +${fromId} = ${id}) OR (+${toKind} = ${kind} AND +${toId} = ${id}))`,
    };
  }
  const check = sql`(+${fromKind} = ${kind} OR +${toKind} = ${kind})`;
  // Every sale goes to a customer: a page is soon full.
  if (kind === 'CUSTOMER') return { check };
  const among = sql`${kind === 'DEPOT' ? depots : users} AS place`;
  return {
    seeks: [
      { among, where: sql`${fromKind} = ${kind} AND ${fromId} = place.id` },
      { among, where: sql`${toKind} = ${kind} AND ${toId} = place.id` },
    ],
    check,
  };
}

function toMovement(db: Db, row: typeof movements.$inferSelect): Output<'stock.movements'>['items'][number] {
  const { id, instant, businessDate, equipmentId, quantity, documentKind, documentId, documentNumber, reason, userId } =
    row;
  const place = (kind: typeof row.fromKind, placeId: number, condition: typeof row.fromCondition) => ({
    kind,
    id: placeId === 0 ? null : placeId,
    name: nameOfPlace(db, { kind, id: placeId }),
    condition,
  });
  return {
    id,
    instant,
    businessDate,
    equipmentId,
    quantity,
    documentKind,
    documentId,
    documentNumber,
    reason,
    userId,
    from: place(row.fromKind, row.fromId, row.fromCondition),
    to: place(row.toKind, row.toId, row.toCondition),
  };
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
