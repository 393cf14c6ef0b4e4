import { eq, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import type { Db } from '../db/db.ts';
import { services } from '../db/schema/index.ts';
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
    .from(services)
    .where(eq(services.id, sql.placeholder('id')))
    .prepare(),
);

const UNIQUE = { 'services.code': ['code', 'service code'] } as const;

export type Service = Output<'services.get'>;
type ServiceFields = Pick<Input<'services.create'>, 'code' | 'name' | 'price' | 'taxCategory'>;

/** @throws Refusal NOT_FOUND */
export function serviceById(db: Db, id: number): Service {
  return found(byId(db).get({ id }), 'service', id);
}

export function getService({ db }: ReadContext, { id }: Input<'services.get'>): Service {
  return serviceById(db, id);
}

export function listServices({ db }: ReadContext, input: Input<'services.list'>): Output<'services.list'> {
  const byName = input.sort.endsWith('name');
  return pageOf(
    db,
    input,
    { key: byName ? services.name : services.code, id: services.id, descending: input.sort.startsWith('-') },
    [
      containing(input.search, services.code, services.name),
      input.isActive === undefined ? undefined : eq(services.isActive, input.isActive),
    ],
    {
      table: services,
      rows: (where, orderBy, limit) =>
        db
          .select()
          .from(services)
          .where(where)
          .orderBy(...orderBy)
          .limit(limit)
          .all(),
      cursorOf: (row) => [byName ? row.name : row.code, row.id],
    },
  );
}

export function createService(unit: Unit, input: ServiceFields): Service {
  const { code, name, price, taxCategory } = input;
  const service = refusingDuplicates(UNIQUE, () =>
    unit.db.insert(services).values({ code, name, price, taxCategory }).returning().get(),
  );
  unit.audit({
    action: 'services.create',
    entityType: 'service',
    entityId: service.id,
    entityNumber: code,
    after: service,
  });
  return service;
}

export function updateService(unit: Unit, input: Input<'services.update'>): Service {
  const { id, code, name, price, taxCategory, isActive } = input;
  const changes = defined({ code, name, price, taxCategory, isActive });
  return saveService(unit, serviceById(unit.db, id), changes, 'services.update');
}

export function deactivateService(unit: Unit, { id }: Input<'services.deactivate'>): Service {
  return saveService(unit, serviceById(unit.db, id), { isActive: false }, 'services.deactivate');
}

function saveService(
  unit: Unit,
  before: Service,
  changes: Partial<ServiceFields & { isActive: boolean }>,
  action: string,
): Service {
  if (Object.keys(changes).length === 0) return before;
  const after = refusingDuplicates(UNIQUE, () =>
    unit.db.update(services).set(changes).where(eq(services.id, before.id)).returning().get(),
  );
  unit.audit({ action, entityType: 'service', entityId: before.id, entityNumber: before.code, before, after });
  return after;
}
