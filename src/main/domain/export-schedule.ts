import type { ExportSchedule } from '../../shared/contract/export-settings.ts';
import { addDays, type BusinessDate, businessDateOf, depotMoment } from '../../shared/dates.ts';

/** The longest stretch without a planned day is that of a month. */
const LONGEST_GAP_DAYS = 31;

/** The last moment up to `now` at which a bundle was to be made; `null` when none is made by itself. */
export function lastPlanned(schedule: ExportSchedule, now: Date): Date | null {
  return find(schedule, businessDateOf(now), -1, (moment) => moment <= now);
}

/** The first planned moment after `now`. */
export function nextPlanned(schedule: ExportSchedule, now: Date): Date | null {
  return find(schedule, businessDateOf(now), 1, (moment) => moment > now);
}

function find(
  schedule: ExportSchedule,
  from: BusinessDate,
  step: 1 | -1,
  isWanted: (moment: Date) => boolean,
): Date | null {
  if (schedule.every === 'never') return null;
  for (let days = 0; days <= LONGEST_GAP_DAYS; days += 1) {
    const date = addDays(from, step * days);
    const moment = depotMoment(date, schedule.at);
    if (isPlanned(schedule, date) && isWanted(moment)) return moment;
  }
  return null;
}

function isPlanned(schedule: Exclude<ExportSchedule, { every: 'never' }>, date: BusinessDate): boolean {
  switch (schedule.every) {
    case 'day':
      return true;
    case 'week':
      return new Date(`${date}T00:00:00Z`).getUTCDay() === schedule.weekday % 7;
    case 'month':
      return Number(date.slice(8)) === schedule.day;
  }
}
