import { eq, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { formatDecimal, parseDecimal } from '../../shared/decimal.ts';
import type { Db } from '../db/db.ts';
import { equipment } from '../db/schema/index.ts';
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
    .from(equipment)
    .where(eq(equipment.id, sql.placeholder('id')))
    .prepare(),
);

const UNIQUE = { 'equipment.sku': ['sku', 'SKU'], 'equipment.barcode': ['barcode', 'barcode'] } as const;

type Row = typeof equipment.$inferSelect;
export type Equipment = Output<'equipment.get'>;
export type EquipmentFields = Omit<Input<'equipment.create'>, 'requestId' | 'approval'>;

/** @throws Refusal NOT_FOUND */
export function equipmentById(db: Db, id: number): Row {
  return found(byId(db).get({ id }), 'equipment', id);
}

export function getEquipment({ db }: ReadContext, { id }: Input<'equipment.get'>): Equipment {
  return toEquipment(equipmentById(db, id));
}

export function listEquipment({ db }: ReadContext, input: Input<'equipment.list'>): Output<'equipment.list'> {
  const byName = input.sort.endsWith('name');
  const page = pageOf(
    db,
    input,
    { key: byName ? equipment.name : equipment.sku, id: equipment.id, descending: input.sort.startsWith('-') },
    [
      containing(input.search, equipment.name, equipment.sku, equipment.barcode),
      input.equipmentType && eq(equipment.equipmentType, input.equipmentType),
      input.barcode === undefined ? undefined : eq(equipment.barcode, input.barcode),
      input.isActive === undefined ? undefined : eq(equipment.isActive, input.isActive),
    ],
    {
      table: equipment,
      rows: (where, orderBy, limit) =>
        db
          .select()
          .from(equipment)
          .where(where)
          .orderBy(...orderBy)
          .limit(limit)
          .all(),
      cursorOf: (row) => [byName ? row.name : row.sku, row.id],
    },
  );
  return { ...page, items: page.items.map(toEquipment) };
}

export function createEquipment(unit: Unit, input: EquipmentFields): Equipment {
  const { name, sku, equipmentType, isActive } = input;
  const row = refusingDuplicates(UNIQUE, () =>
    unit.db
      .insert(equipment)
      .values({ name, sku, equipmentType, isActive, ...optionalColumns(input) })
      .returning()
      .get(),
  );
  const after = toEquipment(row);
  unit.audit({ action: 'equipment.create', entityType: 'equipment', entityId: row.id, entityNumber: sku, after });
  return after;
}

export function updateEquipment(unit: Unit, input: Input<'equipment.update'>): Equipment {
  const { name, sku, equipmentType, isActive } = input;
  const changes = defined({ name, sku, equipmentType, isActive, ...optionalColumns(input) });
  return saveEquipment(unit, input.id, changes, 'equipment.update');
}

export function deactivateEquipment(unit: Unit, { id }: Input<'equipment.deactivate'>): Equipment {
  return saveEquipment(unit, id, { isActive: false }, 'equipment.deactivate');
}

function saveEquipment(unit: Unit, id: number, changes: Partial<Row>, action: string): Equipment {
  const before = equipmentById(unit.db, id);
  if (Object.keys(changes).length === 0) return toEquipment(before);
  const after = refusingDuplicates(UNIQUE, () =>
    unit.db.update(equipment).set(changes).where(eq(equipment.id, id)).returning().get(),
  );
  unit.audit({
    action,
    entityType: 'equipment',
    entityId: id,
    entityNumber: before.sku,
    before: toEquipment(before),
    after: toEquipment(after),
  });
  return toEquipment(after);
}

function optionalColumns(input: Partial<EquipmentFields>) {
  const { weightKg, listPrice, deposit, reorderLevel, barcode } = input;
  return {
    weightCentikg: typeof weightKg === 'string' ? parseDecimal(weightKg, 2) : weightKg,
    listPrice,
    deposit,
    reorderLevel,
    barcode: barcode === '' ? null : barcode,
  };
}

function toEquipment({ weightCentikg, ...row }: Row): Equipment {
  return { ...row, weightKg: weightCentikg === null ? null : formatDecimal(weightCentikg, 2) };
}
