import { t } from '../../texts/index.ts';
import { Stat } from '../home/stat.tsx';
import { countText, type Needs, sumNeeds, useNeeds } from './use-needs.ts';

/** On the home screen: how much of printing and mail needs somebody, and how much is under way. */
export function DeliveryStat() {
  const needs = useNeeds();
  return (
    <Stat
      label={t.jobs.title}
      value={needs && countText(sumNeeds(needs))}
      note={needs && noteOf(needs)}
      isAlert={needs !== undefined && sumNeeds(needs) !== 0}
      href="/jobs"
    />
  );
}

function noteOf(needs: Needs): string {
  const { underWay } = needs;
  if (sumNeeds(needs) !== 0) return t.jobs.needsNote(countText(needs.failed), countText(needs.uncertain));
  return underWay === 0 ? t.jobs.allWell : t.jobs.underWayNote(countText(underWay));
}
