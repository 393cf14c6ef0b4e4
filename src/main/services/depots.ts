import { eq, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { refuse } from '../../shared/errors.ts';
import type { Db } from '../db/db.ts';
import { depots } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import type { ReadContext, Unit } from './context.ts';
import { defined } from './defined.ts';
import { pageOf } from './keyset.ts';
import { found } from './not-found.ts';
import { containing } from './search.ts';
import { refusingDuplicates } from '../db/refusing-duplicates.ts';

const byId = statement((db) =>
  db
    .select()
    .from(depots)
    .where(eq(depots.id, sql.placeholder('id')))
    .prepare(),
);

const UNIQUE = { 'depots.code': ['code', 'depot code'] } as const;

export type Depot = Output<'depots.get'>;

/** @throws Refusal NOT_FOUND */
export function depotById(db: Db, id: number): Depot {
  return found(byId(db).get({ id }), 'depot', id);
}

/** A depot of our own that is in use. @throws Refusal NOT_FOUND, INVALID_STATE */
export function ownDepot(db: Db, id: number): Depot {
  const depot = activeDepot(db, id);
  if (depot.kind !== 'OWN') {
    refuse('INVALID_STATE', `${depot.name} is a bottling plant, not a depot of ours.`, { status: depot.kind });
  }
  return depot;
}

/** @throws Refusal NOT_FOUND, INVALID_STATE when it is closed. */
export function activeDepot(db: Db, id: number): Depot {
  const depot = depotById(db, id);
  if (!depot.isActive)
    refuse('INVALID_STATE', `${depot.name} is closed. Choose another depot.`, { status: 'INACTIVE' });
  return depot;
}

export function getDepot({ db }: ReadContext, { id }: Input<'depots.get'>): Depot {
  return depotById(db, id);
}

export function listDepots({ db }: ReadContext, input: Input<'depots.list'>): Output<'depots.list'> {
  return pageOf(
    db,
    input,
    { key: depots.code, id: depots.id, descending: input.sort === '-code' },
    [
      containing(input.search, depots.code, depots.name, depots.address),
      input.kind && eq(depots.kind, input.kind),
      input.isActive === undefined ? undefined : eq(depots.isActive, input.isActive),
    ],
    {
      table: depots,
      rows: (where, orderBy, limit) =>
        db
          .select()
          .from(depots)
          .where(where)
          .orderBy(...orderBy)
          .limit(limit)
          .all(),
      cursorOf: (row) => [row.code, row.id],
    },
  );
}

export function createDepot(
  unit: Unit,
  input: Pick<Input<'depots.create'>, 'code' | 'name' | 'address' | 'kind'>,
): Depot {
  const { code, name, address, kind } = input;
  const depot = refusingDuplicates(UNIQUE, () =>
    unit.db.insert(depots).values({ code, name, address, kind }).returning().get(),
  );
  unit.audit({ action: 'depots.create', entityType: 'depot', entityId: depot.id, entityNumber: code, after: depot });
  return depot;
}

export function updateDepot(unit: Unit, input: Input<'depots.update'>): Depot {
  const before = depotById(unit.db, input.id);
  const { code, name, address, kind, isActive } = input;
  if (kind !== undefined && kind !== before.kind) {
    refuse('INVALID_STATE', 'The kind of a depot cannot change: its balance would mean something else.', {
      status: before.kind,
    });
  }
  return saveDepot(unit, before, defined({ code, name, address, isActive }), 'depots.update');
}

export function deactivateDepot(unit: Unit, { id }: Input<'depots.deactivate'>): Depot {
  return saveDepot(unit, depotById(unit.db, id), { isActive: false }, 'depots.deactivate');
}

function saveDepot(unit: Unit, before: Depot, changes: Partial<Depot>, action: string): Depot {
  if (Object.keys(changes).length === 0) return before;
  const after = refusingDuplicates(UNIQUE, () =>
    unit.db.update(depots).set(changes).where(eq(depots.id, before.id)).returning().get(),
  );
  unit.audit({ action, entityType: 'depot', entityId: before.id, entityNumber: before.code, before, after });
  return after;
}
