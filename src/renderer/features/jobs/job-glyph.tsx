import {
  type Icon,
  IconAlertTriangleFilled,
  IconCheck,
  IconClockHour3,
  IconFileTypePdf,
  IconLoader2,
  IconMail,
  IconMinus,
  IconPrinter,
  IconQuestionMark,
} from '@tabler/icons-react';
import classes from './jobs.module.css';
import type { Job, JobState } from './job-words.ts';

const WAYS: Partial<Record<Job['kind'], Icon>> = { PRINT: IconPrinter, MAIL: IconMail };

const MARKS: Record<JobState | 'none', Icon> = {
  none: IconMinus,
  queued: IconClockHour3,
  running: IconLoader2,
  done: IconCheck,
  failed: IconAlertTriangleFilled,
  uncertain: IconQuestionMark,
  cancelled: IconMinus,
};

interface Props {
  kind: Job['kind'];
  /** `none`: was never asked for. */
  state: JobState | 'none';
}

/** Printer or envelope with how far it is: told apart by shape, not by colour alone. The words stand beside it. */
export function JobGlyph({ kind, state }: Props) {
  const Way = WAYS[kind] ?? IconFileTypePdf;
  const Mark = MARKS[state];
  return (
    <span className={classes.glyph} data-state={state} aria-hidden>
      <Way size={17} stroke={1.6} />
      <Mark size={13} stroke={2.4} />
    </span>
  );
}
