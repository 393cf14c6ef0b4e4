import { eq } from 'drizzle-orm';
import type { Input } from '../../shared/contract/index.ts';
import { refuseField } from '../../shared/errors.ts';
import { customerRates, customers, meterRates } from '../db/schema/index.ts';
import type { Unit } from './context.ts';
import { type Customer, customerById, toCustomer } from './customer-rows.ts';
import { equipmentById } from './equipment.ts';

/**
 * Replaces all contract rates of a customer, and the meter rates when they are given. Issued documents keep theirs.
 *
 * @throws Refusal NOT_FOUND; VALIDATION when two rates for the same thing start on one day.
 */
export function setRates(
  unit: Unit,
  input: Pick<Input<'customers.setRates'>, 'id' | 'rates' | 'meterRates'>,
): Customer {
  const { db } = unit;
  const { id: customerId, rates, meterRates: periods } = input;
  const before = toCustomer(db, customerById(db, customerId), unit.today);
  refuseTwice(
    'rates',
    rates.map((rate) => `${rate.equipmentId} ${rate.from}`),
  );
  for (const { equipmentId } of rates) equipmentById(db, equipmentId);
  db.delete(customerRates).where(eq(customerRates.customerId, customerId)).run();
  for (const { equipmentId, rate, from } of rates) {
    db.insert(customerRates).values({ customerId, equipmentId, rate, fromDate: from }).run();
  }
  if (periods !== undefined) {
    refuseTwice(
      'meterRates',
      periods.map((period) => period.from),
    );
    db.delete(meterRates).where(eq(meterRates.customerId, customerId)).run();
    for (const { rate, from } of periods) db.insert(meterRates).values({ customerId, rate, fromDate: from }).run();
  }
  db.update(customers).set({ commitSeq: unit.seq }).where(eq(customers.id, customerId)).run();
  const after = toCustomer(db, customerById(db, customerId), unit.today);
  unit.audit({
    action: 'customers.setRates',
    entityType: 'customer',
    entityId: customerId,
    entityNumber: before.code,
    before: { rates: before.rates, meterRates: before.meterRates },
    after: { rates: after.rates, meterRates: after.meterRates },
  });
  return after;
}

function refuseTwice(field: string, keys: readonly string[]): void {
  const repeated = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (repeated >= 0) refuseField(`${field}.${repeated}.from`, 'Another rate for the same thing starts on this day.');
}
