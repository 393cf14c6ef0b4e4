import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { formatInstant } from '../../../shared/dates.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import classes from './office.module.css';
import { destinationWords } from './destination-words.ts';

const EVERY_MS = 10_000;

/** When the last bundle was made, when the next one is, where they go, and what is wrong with that. */
export function PlanLine() {
  const { data: plan } = useVerb('exports.plan', {}, { every: EVERY_MS });
  const { data: settings } = useVerb('settings.get', {});
  if (!plan || !settings) return null;
  const ways = [
    plan.waiting > 0 && t.bundles.onTheWay(formatCount(plan.waiting)),
    plan.failed > 0 && t.bundles.notThere(formatCount(plan.failed)),
  ].filter((words) => words !== false);
  return (
    <>
      {plan.troubles.length > 0 && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />} role="status">
          {plan.troubles.map((trouble) => (
            <Text size="sm" key={trouble}>
              {trouble}
            </Text>
          ))}
        </Alert>
      )}
      <div className={classes.plan}>
        <PlanFact
          label={t.bundles.last}
          value={plan.lastRun === null ? t.bundles.never : formatInstant(plan.lastRun)}
          note={plan.hasNews ? t.bundles.hasNews : t.bundles.noNews}
        />
        <PlanFact
          label={t.bundles.next}
          value={plan.nextRun === null ? t.bundles.byHandOnly : formatInstant(plan.nextRun)}
        />
        <PlanFact
          label={t.bundles.goesTo}
          value={destinationWords(settings.export.destination) ?? t.bundles.stayHere}
          {...(ways.length > 0 ? { note: ways.join(' · ') } : {})}
        />
      </div>
    </>
  );
}

function PlanFact({ label, value, note }: { label: string; value: string; note?: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm" fw={600}>
        {value}
      </Text>
      {note !== undefined && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </div>
  );
}
