import { type BusinessDate, formatBusinessDate } from '../../../shared/dates.ts';
import { refuseField } from '../../../shared/errors.ts';

export interface Period {
  from: BusinessDate;
  to: BusinessDate;
}

/** Reports are worked out while the counter waits: so many rows take a moment, not a minute. */
export const MOST_ROWS = 20_000;

/** @throws Refusal VALIDATION when it ends before it begins */
export function periodOf(
  today: BusinessDate,
  { from = today, to = today }: { from?: BusinessDate | undefined; to?: BusinessDate | undefined },
): Period {
  if (from > to) refuseField('to', 'must not be before the first day');
  return { from, to };
}

/** @throws Refusal VALIDATION */
export function refuseTooMany(rows: readonly unknown[]): void {
  if (rows.length > MOST_ROWS) {
    refuseField('to', `These days hold more than ${MOST_ROWS} invoices: choose fewer days, or one customer.`);
  }
}

export function periodWords({ from, to }: Period): string {
  return from === to ? formatBusinessDate(from) : `${formatBusinessDate(from)} – ${formatBusinessDate(to)}`;
}
