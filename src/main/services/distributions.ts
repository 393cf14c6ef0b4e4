import { and, eq, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { refuse } from '../../shared/errors.ts';
import { inserting } from '../db/inserting.ts';
import type { Db } from '../db/db.ts';
import { distributionItems, distributions } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import { standingOf } from '../domain/rights.ts';
import { distributionMove } from '../domain/stock.ts';
import { actorOf, type ReadContext, type Unit } from './context.ts';
import { defined } from './defined.ts';
import { activeDepot } from './depots.ts';
import { allowedDate, documentDate } from './document-date.ts';
import { equipmentById } from './equipment.ts';
import { found } from './not-found.ts';
import { nextNumber } from './numbers.ts';
import { refuseForeignTruck } from './own-truck.ts';
import { refuseOutside, scopeOf } from './read-scope.ts';
import { postMoves } from './stock-ledger.ts';
import { activeDriver } from './users.ts';

export { listDistributions } from './distribution-list.ts';

type Row = typeof distributions.$inferSelect;
export type Distribution = Output<'distributions.get'>;
type Item = Distribution['items'][number];

const byId = statement((db) =>
  db
    .select()
    .from(distributions)
    .where(eq(distributions.id, sql.placeholder('id')))
    .prepare(),
);

const itemsOf = statement((db) =>
  db
    .select({
      equipmentId: distributionItems.equipmentId,
      direction: distributionItems.direction,
      condition: distributionItems.condition,
      quantity: distributionItems.quantity,
    })
    .from(distributionItems)
    .where(eq(distributionItems.distributionId, sql.placeholder('id')))
    .orderBy(distributionItems.lineNo)
    .prepare(),
);

const insertSlip = inserting(distributions);
const insertItem = inserting(distributionItems);

const UNSETTLED = { confirmedBy: null, confirmedAt: null, cancelledBy: null, cancelledAt: null };

const settle = statement((db) =>
  db
    .update(distributions)
    .set({
      status: sql`${sql.placeholder('status')}`,
      confirmedBy: sql`${sql.placeholder('confirmedBy')}`,
      confirmedAt: sql`${sql.placeholder('confirmedAt')}`,
      cancelledBy: sql`${sql.placeholder('cancelledBy')}`,
      cancelledAt: sql`${sql.placeholder('cancelledAt')}`,
      commitSeq: sql`${sql.placeholder('commitSeq')}`,
    })
    .where(and(eq(distributions.id, sql.placeholder('id')), eq(distributions.status, 'DRAFT')))
    .prepare(),
);

/** Writes a slip as a draft with its number; no stock moves. */
export function createDistribution(unit: Unit, input: Input<'distributions.create'>): Distribution {
  const { db } = unit;
  const { depotId, driverId, items } = input;
  refuseForeignTruck(unit, driverId);
  activeDepot(db, depotId);
  activeDriver(db, driverId);
  const businessDate = documentDate(unit, input.businessDate);
  const number = nextNumber(unit, 'DST', businessDate);
  const fields = {
    number,
    status: 'DRAFT' as const,
    depotId,
    driverId,
    businessDate,
    poNumber: input.poNumber || null,
    remarks: input.remarks || null,
    ...totalsOf(items),
    createdBy: actorOf(unit).id,
    createdAt: unit.instant,
    ...UNSETTLED,
    commitSeq: unit.seq,
  };
  const row: Row = { id: insertSlip(db, fields), ...fields };
  writeItems(db, row.id, items);
  const after = { ...withoutCommit(row), items };
  unit.issued({ number, customer: null, total: null, date: businessDate });
  note(unit, 'distributions.create', row, null, after);
  return after;
}

/**
 * Changes a draft: one's own, for a driver also only of his own truck; a manager puts anybody's right.
 *
 * @throws Refusal FORBIDDEN; INVALID_STATE once it is confirmed or cancelled.
 */
export function updateDistribution(unit: Unit, input: Input<'distributions.update'>): Distribution {
  const { db } = unit;
  const before = draft(db, input.id);
  refuseForeignTruck(unit, before.driverId);
  refuseForeignDraft(unit, before);
  const { depotId, driverId, poNumber, remarks, items } = input;
  if (driverId !== undefined) {
    refuseForeignTruck(unit, driverId);
    activeDriver(db, driverId);
  }
  if (depotId !== undefined) activeDepot(db, depotId);
  const businessDate = input.businessDate === undefined ? undefined : documentDate(unit, input.businessDate);
  const changes = defined({ depotId, driverId, poNumber, remarks, businessDate, ...(items && totalsOf(items)) });
  const previous = withItems(db, before);
  const row = saveRow(unit, before.id, changes);
  if (items !== undefined) {
    db.delete(distributionItems).where(eq(distributionItems.distributionId, row.id)).run();
    writeItems(db, row.id, items);
  }
  const after = withItems(db, row);
  note(unit, 'distributions.update', row, previous, after);
  return after;
}

/** @throws Refusal INVALID_STATE when it is not a draft; INSUFFICIENT_STOCK: then none of its items moves. */
export function confirmDistribution(unit: Unit, input: Input<'distributions.confirm'>): Distribution {
  const { db } = unit;
  const before = draft(db, input.id);
  allowedDate(unit, before.businessDate);
  const { id: documentId, number: documentNumber, depotId, driverId, businessDate } = before;
  const items = itemsOf(db).all({ id: documentId });
  const moves = items.map((item) =>
    distributionMove(item.direction, item.condition, item.equipmentId, item.quantity, depotId, driverId),
  );
  const confirmTruckShort = input.confirmTruckShort ?? false;
  const posting = {
    businessDate,
    documentKind: 'DISTRIBUTION',
    documentId,
    documentNumber,
    confirmTruckShort,
  } as const;
  postMoves(unit, moves, posting);
  const settled = { status: 'CONFIRMED' as const, confirmedBy: actorOf(unit).id, confirmedAt: unit.instant };
  const after = { ...withoutCommit(settleSlip(unit, before, settled)), items };
  note(unit, 'distributions.confirm', before, { status: before.status }, after);
  return after;
}

/** @throws Refusal INVALID_STATE when it is not a draft. */
export function cancelDistribution(unit: Unit, input: Input<'distributions.cancel'>): Distribution {
  const before = draft(unit.db, input.id);
  const settled = { status: 'CANCELLED' as const, cancelledBy: actorOf(unit).id, cancelledAt: unit.instant };
  const after = withItems(unit.db, settleSlip(unit, before, settled));
  note(unit, 'distributions.cancel', before, { status: before.status }, after, input.reason);
  return after;
}

export function getDistribution(context: ReadContext, { id }: Input<'distributions.get'>): Distribution {
  const row = found(byId(context.db).get({ id }), 'distribution', id);
  refuseOutside(scopeOf(context), { depotId: row.depotId, drivers: [row.driverId] });
  return withItems(context.db, row);
}

function draft(db: Db, id: number): Row {
  const row = found(byId(db).get({ id }), 'distribution', id);
  if (row.status !== 'DRAFT') {
    refuse('INVALID_STATE', `${row.number} is ${row.status.toLowerCase()} already and does not change any more.`, {
      status: row.status,
    });
  }
  return row;
}

/** domain.md, "People and rights": "edit own draft". What somebody else wrote is cancelled and written anew. */
function refuseForeignDraft(unit: Unit, { createdBy, number }: Row): void {
  const { id, role } = actorOf(unit);
  if (id === createdBy || standingOf(role) === 'yes') return;
  refuse('FORBIDDEN', `${number} was written by somebody else: ask that person or a supervisor to change it.`, {});
}

/** Once, and for good. */
function settleSlip(unit: Unit, before: Row, settled: Pick<Row, 'status'> & Partial<Row>): Row {
  const after: Row = { ...before, ...settled, commitSeq: unit.seq };
  const { changes } = settle(unit.db).run(after);
  if (changes !== 1) throw new Error(`${before.number} was settled by somebody else`);
  return after;
}

function saveRow(unit: Unit, id: number, changes: Partial<Row>): Row {
  return unit.db
    .update(distributions)
    .set({ ...changes, commitSeq: unit.seq })
    .where(and(eq(distributions.id, id), eq(distributions.status, 'DRAFT')))
    .returning()
    .get();
}

function writeItems(db: Db, distributionId: number, items: readonly Item[]): void {
  items.forEach((item, index) => {
    equipmentById(db, item.equipmentId);
    insertItem(db, { distributionId, lineNo: index + 1, ...item });
  });
}

function totalsOf(items: readonly Item[]): { totalOut: number; totalIn: number } {
  const sum = (direction: Item['direction']) =>
    items.filter((item) => item.direction === direction).reduce((total, item) => total + item.quantity, 0);
  return { totalOut: sum('OUT'), totalIn: sum('IN') };
}

function withoutCommit({ commitSeq: _commitSeq, ...row }: Row): Omit<Row, 'commitSeq'> {
  return row;
}

function withItems(db: Db, row: Row): Distribution {
  return { ...withoutCommit(row), items: itemsOf(db).all({ id: row.id }) };
}

function note(unit: Unit, action: string, row: Row, before: unknown, after: unknown, reason?: string): void {
  const { id: entityId, number: entityNumber } = row;
  unit.audit({ action, entityType: 'distribution', entityId, entityNumber, before, after, reason: reason ?? null });
}
