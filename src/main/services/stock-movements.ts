import { and, or, type SQL, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import type { Db } from '../db/db.ts';
import { depots, equipment, movements, users } from '../db/schema/index.ts';
import type { LocationKind } from '../domain/stock.ts';
import type { ReadContext } from './context.ts';
import { datedBetween } from './dated.ts';
import { numbered } from './document-search.ts';
import { pageOf } from './keyset.ts';
import { equals, type Filter, type Seek } from './list-filter.ts';
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
  const { entity, entityId, equipmentId, condition } = input;
  const page = pageOf(
    db,
    input,
    { id: movements.id, descending: input.sort === '-id' },
    [
      input.search ? matching(db, input.search) : undefined,
      entity && touching({ kind: KIND_OF[entity], id: entityId, equipmentId, condition }),
      scope.kind === 'own' ? touching({ kind: 'TRUCK', id: scope.userId, equipmentId }) : undefined,
      equals(movements.equipmentId, equipmentId),
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

interface There {
  kind: LocationKind;
  /** All places of the kind when left out. */
  id: number | undefined;
  equipmentId?: number | undefined;
  condition?: Asked['condition'];
}

/** The two ends of a movement. */
const ENDS = [
  { kind: movements.fromKind, id: movements.fromId, condition: movements.fromCondition },
  { kind: movements.toKind, id: movements.toId, condition: movements.toCondition },
];

const EVERY_CONDITION = sql`json_each('["FULL", "EMPTY", "DAMAGED", "ON_SITE"]') AS state`;

/**
 * Movements from or to a place, of an equipment there and in a condition there when they are named. Then there is an
 * index of just these, which is asked for each place, equipment and condition that is left open.
 */
function touching({ kind, id = onlyOneOf(kind), equipmentId, condition }: There): Filter {
  const check = or(
    ...ENDS.map((end) =>
      and(
        sql`+${end.kind} = ${kind}`,
        id === undefined ? undefined : sql`+${end.id} = ${id}`,
        condition && sql`+${end.condition} = ${condition}`,
      ),
    ),
  );
  // Every sale goes to a customer: a page is soon full.
  if (kind === 'CUSTOMER' && id === undefined) return { check };
  const isOfGoods = equipmentId !== undefined || condition !== undefined;
  const open = [
    id === undefined ? sql`${kind === 'DEPOT' ? depots : users} AS place` : undefined,
    isOfGoods && equipmentId === undefined ? sql`${equipment} AS goods` : undefined,
    isOfGoods && condition === undefined ? EVERY_CONDITION : undefined,
  ].filter((each) => each !== undefined);
  const seeks = ENDS.map((end): Seek => {
    const there = sql`${end.kind} = ${kind} AND ${end.id} = ${id ?? sql`place.id`}`;
    const goods = sql`${movements.equipmentId} = ${equipmentId ?? sql`goods.id`}
      AND ${end.condition} = ${condition ?? sql`state.value`}`;
    return {
      where: isOfGoods ? sql`${there} AND ${goods}` : there,
      ...(open.length > 0 && { among: sql.join(open, sql` CROSS JOIN `) }),
    };
  });
  return { seeks, check };
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
