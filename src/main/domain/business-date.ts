import { addDays, type BusinessDate, formatBusinessDate } from '../../shared/dates.ts';
import { refuse } from '../../shared/errors.ts';

export interface DateRules {
  today: BusinessDate;
  backdateDays: number;
  /** GST is filed up to and including this day. */
  lockedUntil: BusinessDate | null;
}

/**
 * Whether a document may carry a date (domain.md, "Numbers").
 *
 * @returns whether it is back-dated, which needs a right or an approval.
 * @throws Refusal DAY_CLOSED on or before the locked period; DATE_NOT_ALLOWED in the future or too far back.
 */
export function checkBusinessDate(asked: BusinessDate, rules: DateRules): { isBackDated: boolean } {
  if (rules.lockedUntil !== null && asked <= rules.lockedUntil) {
    refuse('DAY_CLOSED', `The books are closed up to ${formatBusinessDate(rules.lockedUntil)}. Use a later date.`, {
      date: asked,
      lockedUntil: rules.lockedUntil,
    });
  }
  const earliest = addDays(rules.today, -rules.backdateDays);
  if (asked > rules.today || asked < earliest) {
    refuse(
      'DATE_NOT_ALLOWED',
      `The date ${formatBusinessDate(asked)} is not allowed: use one from ${formatBusinessDate(earliest)} to ${formatBusinessDate(rules.today)}.`,
      { date: asked, earliest, latest: rules.today },
    );
  }
  return { isBackDated: asked < rules.today };
}
