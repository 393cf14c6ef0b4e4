import { type BusinessDate, businessDateOf } from '../shared/dates.ts';

/** The day it is at the depot now. */
export function today(): BusinessDate {
  return businessDateOf(new Date());
}
