import { formatInstant } from '../../../shared/dates.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SectionSkeleton } from './section-form.tsx';
import classes from './settings.module.css';

const EVERY_MS = 10_000;

/** What this console is, and how it is. */
export function AboutSection() {
  const { data: health, error, refetch } = useVerb('system.health', {}, { every: EVERY_MS });
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!health) return <SectionSkeleton />;
  const { integrity, jobs } = health;
  const isWell = health.database === 'ok';
  return (
    <div className={classes.form}>
      <Panel p="lg" title={t.about.title} maw={520}>
        <Facts
          facts={[
            { label: t.about.version, value: health.version, tone: 'strong' },
            { label: t.about.schema, value: health.schema },
            {
              label: t.about.database,
              value: t.about.databases[health.database],
              ...(isWell ? {} : { tone: 'warning' }),
            },
            {
              label: t.about.books,
              value: t.about.integrity[integrity.state],
              ...(integrity.state === 'broken' ? { tone: 'warning' } : {}),
            },
            integrity.checkedAt !== null && { label: t.about.checkedAt, value: formatInstant(integrity.checkedAt) },
            { label: t.about.queued, value: formatCount(jobs.queued) },
            { label: t.about.failed, value: formatCount(jobs.failed), ...(jobs.failed ? { tone: 'warning' } : {}) },
            {
              label: t.about.uncertain,
              value: formatCount(jobs.uncertain),
              ...(jobs.uncertain ? { tone: 'warning' } : {}),
            },
            { label: t.about.lastBackup, value: instantOrNever(health.lastBackup) },
            { label: t.about.lastExport, value: instantOrNever(health.lastExport) },
          ]}
        />
      </Panel>
    </div>
  );
}

function instantOrNever(instant: string | null): string {
  return instant === null ? t.about.never : formatInstant(instant);
}
