import { outside } from '../../domain/stock.ts';
import type { Unit } from '../context.ts';
import { setRates } from '../customer-rates.ts';
import { createCustomer, getCustomer } from '../customers.ts';
import { createDepot } from '../depots.ts';
import { createEquipment } from '../equipment.ts';
import { createService } from '../service-catalogue.ts';
import { firstSettings, writeSettings } from '../settings-store.ts';
import { postMoves } from '../stock-ledger.ts';
import { createUser } from '../users.ts';
import type { Books } from './books.ts';
import { fold } from './cells.ts';
import { type OpeningRow, placeOf, type Plan } from './plan-import.ts';
import type { Company } from './read-company.ts';

/**
 * Writes what a plan found new, in the order in which things refer to each other, through the same functions as the
 * screens. The books learn the ids on the way.
 *
 * @param hashes of the one-time passwords, by user name.
 */
export function writeImport(unit: Unit, plan: Plan, books: Books, hashes: ReadonlyMap<string, string>): void {
  if (plan.company !== null) writeCompany(unit, plan.company);
  for (const depot of plan.depots) books.depots.set(fold(depot.code), createDepot(unit, depot).id);
  for (const { depot, ...user } of plan.users) {
    const depotId = depot === undefined ? null : idOf(books.depots, depot);
    const passwordHash = found(hashes.get(user.username));
    const secrets = { passwordHash, pinHash: null, mustChangePassword: true };
    books.users.set(fold(user.username), createUser(unit, { ...user, depotId }, secrets));
  }
  for (const { type: equipmentType, ...item } of plan.equipment) {
    books.equipment.set(fold(item.sku), createEquipment(unit, { ...item, equipmentType, isActive: true }).id);
  }
  for (const service of plan.services) books.services.set(fold(service.code), createService(unit, service).id);
  for (const customer of plan.customers) {
    books.customers.set(fold(customer.code), createCustomer(unit, customer).id);
  }
  writeRates(unit, plan.rates, books);
  for (const row of plan.opening) openStock(unit, row, books);
}

/** The company's part of set-up; its first depot and administrator come with the others (checkWithBooks saw to that). */
function writeCompany(unit: Unit, { gstMode, cashRounding, ...company }: Company): void {
  const first = firstSettings(company);
  const tax = {
    ...first.tax,
    gstMode: gstMode ?? first.tax.gstMode,
    cashRounding: cashRounding ?? first.tax.cashRounding,
  };
  writeSettings(unit.db, { ...first, tax });
  const after = { company, gstMode: tax.gstMode, cashRounding: tax.cashRounding };
  unit.audit({ action: 'setup.create', entityType: 'settings', after });
}

/** Adds to the rates a customer has: those of the same day and equipment are in the books already and stay. */
function writeRates(unit: Unit, rates: Plan['rates'], books: Books): void {
  for (const [customerId, rows] of Map.groupBy(rates, ({ customer }) => idOf(books.customers, customer))) {
    const known = getCustomer(unit, { id: customerId }).rates;
    const added = rows.map(({ sku, rate, from }) => ({ equipmentId: idOf(books.equipment, sku), rate, from }));
    setRates(unit, { id: customerId, rates: [...known, ...added] });
  }
}

function openStock(unit: Unit, row: OpeningRow, books: Books): void {
  const { entity, code, sku, condition, quantity } = row;
  const to = found(placeOf(row, books) ?? undefined);
  const equipmentId = idOf(books.equipment, sku);
  const document = { documentKind: 'IMPORT', documentId: null, documentNumber: null } as const;
  postMoves(unit, [{ equipmentId, quantity, from: outside('OPENING', condition), to }], {
    businessDate: unit.today,
    ...document,
    reason: 'Opening stock',
  });
  const after = { equipmentId, condition, quantity };
  unit.audit({ action: 'imports.opening', entityType: entity, entityId: to.id, entityNumber: code, after });
}

function idOf(ids: ReadonlyMap<string, number>, code: string): number {
  return found(ids.get(fold(code)));
}

/** Whatever a row refers to was found by checkWithBooks, or written a moment ago. */
function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('an import was written before it was checked');
  return value;
}
