import { and, eq } from 'drizzle-orm';
import type { Role } from '../../../shared/roles.ts';
import type { Db } from '../../db/db.ts';
import { customerRates, customers, depots, equipment, movements, services, users } from '../../db/schema/index.ts';
import type { Place } from '../../domain/stock.ts';
import { findSettings } from '../settings-store.ts';
import { fold } from './cells.ts';

/** What the books hold already, by the keys the files use; keys are folded. */
export interface Books {
  /** `null` before set-up. */
  siteCode: string | null;
  depots: Map<string, number>;
  users: Map<string, { id: number; role: Role }>;
  equipment: Map<string, number>;
  services: Map<string, number>;
  customers: Map<string, number>;
  /** Whose they are. */
  employeeIds: Map<string, string>;
  barcodes: Map<string, string>;
  emails: Map<string, string>;
  /** `rateKey` of every contract rate. */
  rates: Set<string>;
  /** `openingKey` of every place that had opening stock. */
  opened: Set<string>;
}

export function rateKey(customerId: number, equipmentId: number, from: string): string {
  return `${customerId} ${equipmentId} ${from}`;
}

export function openingKey({ kind, id, condition }: Place, equipmentId: number): string {
  return `${kind} ${id} ${condition} ${equipmentId}`;
}

export function readBooks(db: Db): Books {
  const { id } = users;
  const userRows = db.select({ id, code: users.username, employeeId: users.employeeId, role: users.role }).from(users);
  const equipmentRows = db
    .select({ id: equipment.id, code: equipment.sku, barcode: equipment.barcode })
    .from(equipment)
    .all();
  const customerRows = db
    .select({ id: customers.id, code: customers.code, email: customers.email })
    .from(customers)
    .all();
  const people = userRows.all();
  return {
    siteCode: findSettings(db)?.company.siteCode ?? null,
    depots: idsOf(db.select({ id: depots.id, code: depots.code }).from(depots).all()),
    users: new Map(people.map((row) => [fold(row.code), row])),
    equipment: idsOf(equipmentRows),
    services: idsOf(db.select({ id: services.id, code: services.code }).from(services).all()),
    customers: idsOf(customerRows),
    employeeIds: ownersOf(people, (row) => row.employeeId),
    barcodes: ownersOf(equipmentRows, (row) => row.barcode),
    emails: ownersOf(customerRows, (row) => row.email),
    rates: new Set(
      db
        .select()
        .from(customerRates)
        .all()
        .map((row) => rateKey(row.customerId, row.equipmentId, row.fromDate)),
    ),
    opened: readOpened(db),
  };
}

function readOpened(db: Db): Set<string> {
  const rows = db
    .select({
      kind: movements.toKind,
      id: movements.toId,
      condition: movements.toCondition,
      equipmentId: movements.equipmentId,
    })
    .from(movements)
    .where(and(eq(movements.fromKind, 'OPENING'), eq(movements.documentKind, 'IMPORT')))
    .all();
  return new Set(rows.map((row) => openingKey(row, row.equipmentId)));
}

function idsOf(rows: readonly { id: number; code: string }[]): Map<string, number> {
  return new Map(rows.map(({ id, code }) => [fold(code), id]));
}

function ownersOf<Row extends { code: string }>(rows: readonly Row[], keyOf: (row: Row) => string | null) {
  return new Map(
    rows.flatMap((row) => {
      const key = keyOf(row);
      return key === null ? [] : [[fold(key), row.code] as const];
    }),
  );
}
