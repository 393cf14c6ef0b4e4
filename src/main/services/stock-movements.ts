import { type SQL, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import type { Db } from '../db/db.ts';
import { depots, movements, users } from '../db/schema/index.ts';
import type { LocationKind } from '../domain/stock.ts';
import type { ReadContext } from './context.ts';
import { datedBetween } from './dated.ts';
import { numbered } from './document-search.ts';
import { pageOf } from './keyset.ts';
import { equals, type Filter } from './list-filter.ts';
import { scopeOf } from './read-scope.ts';
import { nameOfPlace } from './stock-ledger.ts';

type Asked = Input<'stock.movements'>;

const KIND_OF = {
  depot: 'DEPOT',
  truck: 'TRUCK',
  customer: 'CUSTOMER',
  sold: 'SOLD',
  lost: 'LOST',
  scrap: 'SCRAP',
  opening: 'OPENING',
  adjustment: 'ADJUSTMENT',
} as const satisfies Record<NonNullable<Asked['entity']>, LocationKind>;

/** Stock movements of what a person may see, by place, condition, equipment, day and document. */
export function listMovements(context: ReadContext, input: Asked): Output<'stock.movements'> {
  const { db } = context;
  const scope = scopeOf(context);
  const ofEquipment = equals(movements.equipmentId, input.equipmentId);
  const there = input.entity && touching(KIND_OF[input.entity], input.entityId, input.condition);
  const page = pageOf(
    db,
    input,
    { id: movements.id, descending: input.sort === '-id' },
    [
      input.search ? matching(db, input.search) : undefined,
      input.condition === 'DAMAGED' ? movedDamaged : undefined,
      ...(isSeldomMoved(db, input) ? [ofEquipment, there] : [there, ofEquipment]),
      scope.kind === 'own' ? touching('TRUCK', scope.userId) : undefined,
      datedBetween(db, { id: movements.id, date: movements.businessDate }, input.from, input.to),
      input.entity || !input.condition ? undefined : { check: either((end) => inCondition(end, input.condition)) },
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

/** Up to here an equipment's movements are sooner looked through than those of a place. */
const SELDOM = 10_000;

function isSeldomMoved(db: Db, { entity, equipmentId }: Asked): boolean {
  if (entity === undefined || equipmentId === undefined) return false;
  const { count } = db.get<{ count: number }>(
    sql`SELECT count(*) AS count FROM (
      SELECT 1 FROM ${movements} WHERE ${movements.equipmentId} = ${equipmentId} LIMIT ${SELDOM + 1})`,
  );
  return count <= SELDOM;
}

/** Goods are seldom damaged, and have an index for it. Which side of the movement it was is for others to ask. */
const movedDamaged: Filter = {
  seeks: [{ where: sql`(${movements.fromCondition} = 'DAMAGED' OR ${movements.toCondition} = 'DAMAGED')` }],
  check: sql`(+${movements.fromCondition} = 'DAMAGED' OR +${movements.toCondition} = 'DAMAGED')`,
};

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

/** One end of a movement. */
const FROM = { kind: movements.fromKind, id: movements.fromId, condition: movements.fromCondition };
const TO = { kind: movements.toKind, id: movements.toId, condition: movements.toCondition };
type End = typeof FROM | typeof TO;

/** True of where it came from, or of where it went. */
function either(condition: (end: End) => SQL): SQL {
  return sql`(${condition(FROM)} OR ${condition(TO)})`;
}

function inCondition(end: End, condition: Asked['condition']): SQL {
  return condition === undefined ? sql`1` : sql`+${end.condition} = ${condition}`;
}

/** Movements from or to a place, in a condition if one is named; of all places of a kind when none is named. */
function touching(kind: LocationKind, id: number | undefined, condition?: Asked['condition']): Filter {
  const fits = (end: End) => inCondition(end, condition);
  const place = id ?? onlyOneOf(kind);
  if (place !== undefined) {
    return {
      seeks: [FROM, TO].map((end) => ({ where: sql`${end.kind} = ${kind} AND ${end.id} = ${place} AND ${fits(end)}` })),
      check: either((end) => sql`(+${end.kind} = ${kind} AND +${end.id} = ${place} AND ${fits(end)})`),
    };
  }
  const check = either((end) => sql`(+${end.kind} = ${kind} AND ${fits(end)})`);
  // Every sale goes to a customer: a page is soon full.
  if (kind === 'CUSTOMER') return { check };
  const among = sql`${kind === 'DEPOT' ? depots : users} AS place`;
  return {
    seeks: [FROM, TO].map((end) => ({
      among,
      where: sql`${end.kind} = ${kind} AND ${end.id} = place.id AND ${fits(end)}`,
    })),
    check,
  };
}

/** What is sold, lost, scrapped, opened with or adjusted is in one place each. */
function onlyOneOf(kind: LocationKind): 0 | undefined {
  return kind === 'DEPOT' || kind === 'TRUCK' || kind === 'CUSTOMER' ? undefined : 0;
}

function toMovement(db: Db, row: typeof movements.$inferSelect): Output<'stock.movements'>['items'][number] {
  const { id, instant, businessDate, equipmentId, quantity, documentKind, documentId, documentNumber, reason, userId } =
    row;
  const place = (kind: LocationKind, placeId: number, condition: typeof row.fromCondition) => ({
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
