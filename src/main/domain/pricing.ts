import type { BusinessDate } from '../../shared/dates.ts';
import { type Cents, type Rate, rateFromCents } from '../../shared/money.ts';

export interface DatedRate {
  fromDate: BusinessDate;
  rate: Rate;
}

/** The rate in force on a day: the one that started last, on or before it. `null` when none has started. */
export function rateInForce(rates: readonly DatedRate[], on: BusinessDate): Rate | null {
  let found: DatedRate | null = null;
  for (const candidate of rates) {
    if (candidate.fromDate <= on && (found === null || candidate.fromDate > found.fromDate)) found = candidate;
  }
  return found?.rate ?? null;
}

/** Contract rate in force, else list price, else none (domain.md, "Billing a sale", 1). */
export function standardRate(contract: readonly DatedRate[], listPrice: Cents | null, on: BusinessDate): Rate | null {
  return rateInForce(contract, on) ?? (listPrice === null ? null : rateFromCents(listPrice));
}
