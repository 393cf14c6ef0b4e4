import type { Body } from '../../data/use-command.ts';
import { today } from '../../today.ts';
import type { Customer } from './customer-form.ts';

/** A rate as it is typed. Meter rates have no equipment. */
export interface RateRow {
  key: string;
  equipmentId: number | null;
  rate: string;
  /** Empty: today. */
  from: string;
}

export interface RatesForm {
  rates: readonly RateRow[];
  meterRates: readonly RateRow[];
}

export type RatesPart = keyof RatesForm;

export function ratesForm({ rates, meterRates }: Customer): RatesForm {
  return {
    rates: rates.map(({ equipmentId, rate, from }) => ({ key: crypto.randomUUID(), equipmentId, rate, from })),
    meterRates: meterRates.map(({ rate, from }) => ({ key: crypto.randomUUID(), equipmentId: null, rate, from })),
  };
}

export function newRate(equipmentId: number | null): RateRow {
  return { key: crypto.randomUUID(), equipmentId, rate: '', from: '' };
}

/** In the order of the form, so that a refused row is found by its place. */
export function ratesInput(id: number, { rates, meterRates }: RatesForm): Body<'customers.setRates'> {
  return {
    id,
    rates: rates.map(({ equipmentId, rate, from }) => ({ equipmentId: equipmentId ?? 0, rate, from: from || today() })),
    meterRates: meterRates.map(({ rate, from }) => ({ rate, from: from || today() })),
  };
}

interface Dated {
  from: string;
}

/** The one in force on a day: the latest that has begun. */
export function inForce<Row extends Dated>(rows: readonly Row[], day: string): Row | undefined {
  return rows.filter(({ from }) => from <= day).toSorted((left, right) => right.from.localeCompare(left.from))[0];
}
