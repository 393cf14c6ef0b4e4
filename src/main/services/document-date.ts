import type { BusinessDate } from '../../shared/dates.ts';
import { checkBusinessDate } from '../domain/business-date.ts';
import type { ReadContext, Unit } from './context.ts';
import { requireRight } from './rights.ts';
import { settingsOf } from './settings-store.ts';

/**
 * The business date a new document carries: today unless said.
 *
 * @throws Refusal DATE_NOT_ALLOWED, DAY_CLOSED; APPROVAL_REQUIRED or FORBIDDEN when it is back-dated without the right.
 */
export function documentDate(unit: Unit, asked: BusinessDate | undefined): BusinessDate {
  const { date, isBackDated } = allowedDate(unit, asked);
  if (isBackDated) requireRight(unit, 'backDate');
  return date;
}

/** The same check for a preview, which needs no right yet. */
export function allowedDate(context: ReadContext, asked: BusinessDate | undefined) {
  const date = asked ?? context.today;
  const { backdateDays, lockedUntil } = settingsOf(context.db).security;
  return { date, ...checkBusinessDate(date, { today: context.today, backdateDays, lockedUntil }) };
}
