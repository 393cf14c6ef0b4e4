import { formatBusinessDate, formatInstant } from '../../../shared/dates.ts';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { t } from '../../texts/index.ts';
import { today } from '../../today.ts';
import { Stat } from './stat.tsx';

/** When the books were last copied, and last sent to the office. */
export function CopyStats({ health }: { health: WireOutput<'system.health'> }) {
  const { lastBackup, lastExport } = health;
  return (
    <>
      <Stat
        label={t.about.lastBackup}
        {...shown(lastBackup, t.home.noBackupNote)}
        isAlert={lastBackup === null}
        href="/office/copies"
      />
      <Stat label={t.about.lastExport} {...shown(lastExport, t.home.noExportNote)} href="/office" />
    </>
  );
}

/** Of today the time, else the day; all of it below. */
function shown(instant: string | null, none: string): { value: string; note: string } {
  if (instant === null) return { value: t.home.noneYet, note: none };
  const whole = formatInstant(instant);
  const day = formatBusinessDate(today());
  return { value: whole.startsWith(day) ? whole.slice(day.length).trim() : whole.slice(0, -6), note: whole };
}
