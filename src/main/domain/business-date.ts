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
 * @param askRight called when the date is back-dated, before the window is looked at: edges.md 29 wants a clerk to be
 *   asked for approval first, whatever the date.
 * @throws Refusal DAY_CLOSED on or before the locked period; DATE_NOT_ALLOWED in the future or too far back.
 */
export function checkBusinessDate(asked: BusinessDate, rules: DateRules, askRight: () => void): void {
  if (rules.lockedUntil !== null && asked <= rules.lockedUntil) {
    refuse('DAY_CLOSED', `The books are closed up to ${formatBusinessDate(rules.lockedUntil)}. Use a later date.`, {
      date: asked,
      lockedUntil: rules.lockedUntil,
    });
  }
  if (asked === rules.today) return;
  if (asked < rules.today) askRight();
  const earliest = addDays(rules.today, -rules.backdateDays);
  if (asked > rules.today || asked < earliest) {
    refuse(
      'DATE_NOT_ALLOWED',
      `The date ${formatBusinessDate(asked)} is not allowed: use one from ${formatBusinessDate(earliest)} to ${formatBusinessDate(rules.today)}.`,
      { date: asked, earliest, latest: rules.today },
    );
  }
}
