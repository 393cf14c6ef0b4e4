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
  return checkedDate(unit, asked, () => requireRight(unit, 'backDate'));
}

/** The same check where no right is asked: a preview, or a slip whose date was allowed when it was written. */
export function allowedDate(context: ReadContext, asked: BusinessDate | undefined): BusinessDate {
  return checkedDate(context, asked, () => undefined);
}

function checkedDate({ db, today }: ReadContext, asked: BusinessDate | undefined, askRight: () => void): BusinessDate {
  const date = asked ?? today;
  const { backdateDays, lockedUntil } = settingsOf(db).security;
  checkBusinessDate(date, { today, backdateDays, lockedUntil }, askRight);
  return date;
}
