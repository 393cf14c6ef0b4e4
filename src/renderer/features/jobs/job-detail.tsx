import { Button, Group, Stack, Text } from '@mantine/core';
import { useLocation } from 'wouter';
import { formatInstant } from '../../../shared/dates.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/facts.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { isTriedAgain, type Job, jobName, jobState, needsSomebody } from './job-words.ts';
import { useJobActions } from './use-job-actions.ts';

/** One job: what is wrong, what can be done about it, each with its key. */
export function JobDetail({ job }: { job: Job }) {
  const [, go] = useLocation();
  const mayAct = useMay('jobs.retry');
  const actions = useJobActions();
  const { words, tone } = jobState(job);
  const name = jobName(job);
  const place = placeOf(job);
  const canRetry = mayAct && (job.state === 'failed' || job.state === 'cancelled' || isTriedAgain(job));
  const canCancel = mayAct && (job.state === 'queued' || needsSomebody(job.state));
  const isAsked = mayAct && job.state === 'uncertain';
  const retryLabel = job.state === 'queued' ? t.jobs.tryNow : t.jobs.tryAgain;
  useKeys('screen', [
    canRetry && { key: 'R', label: retryLabel, run: () => void actions.retry(job) },
    isAsked && { key: 'Y', label: t.jobs.yes, run: () => void actions.resolve(job, true) },
    isAsked && { key: 'N', label: t.jobs.no, run: () => void actions.resolve(job, false) },
    canCancel && { key: 'Delete', label: t.jobs.giveUp, run: () => void actions.cancel(job) },
    place !== null && { key: 'O', label: t.jobs.open, run: () => go(place) },
  ]);
  return (
    <Panel p="lg" aria-label={name}>
      <Stack>
        <Group justify="space-between" wrap="nowrap">
          <div>
            <Text fw={600}>{name}</Text>
            <Text size="sm" c="dimmed">
              {`${t.jobs.subjects[job.subject]} · ${t.jobs.kinds[job.kind]}`}
            </Text>
          </div>
          <StatusBadge tone={tone}>{words}</StatusBadge>
        </Group>
        {isAsked && (
          <div>
            <Text fw={600} fz="lg">
              {t.jobs.didItPrint(name)}
            </Text>
            <Text size="sm" c="dimmed">
              {t.jobs.askHint}
            </Text>
            <Group gap="sm" mt="sm">
              <Button onClick={() => void actions.resolve(job, true)} rightSection={<KeyHint>Y</KeyHint>}>
                {t.jobs.yes}
              </Button>
              <Button
                variant="default"
                onClick={() => void actions.resolve(job, false)}
                rightSection={<KeyHint>N</KeyHint>}
              >
                {t.jobs.no}
              </Button>
            </Group>
          </div>
        )}
        {job.reason !== null && (
          <Text size="sm" c={needsSomebody(job.state) ? 'var(--mantine-color-error)' : undefined}>
            {job.reason}
          </Text>
        )}
        <Facts
          facts={[
            job.target !== null && {
              label: job.kind === 'MAIL' ? t.jobs.address : t.jobs.printer,
              value: job.target,
            },
            { label: t.jobs.when, value: formatInstant(job.createdAt) },
            job.attempts > 0 && { label: t.jobs.tries, value: job.attempts },
            isTriedAgain(job) && { label: t.jobs.nextTry, value: formatInstant(job.runAfter) },
            job.finishedAt !== null && { label: t.jobs.ended, value: formatInstant(job.finishedAt) },
            job.proof !== null && { label: t.jobs.proof, value: job.proof },
          ]}
        />
        <Group justify="flex-end" gap="sm">
          {place !== null && (
            <Button variant="subtle" color="gray" onClick={() => go(place)} rightSection={<KeyHint>O</KeyHint>}>
              {t.jobs.open}
            </Button>
          )}
          {canCancel && (
            <Button variant="default" onClick={() => void actions.cancel(job)} rightSection={<KeyHint>Del</KeyHint>}>
              {t.jobs.giveUp}
            </Button>
          )}
          {canRetry && (
            <Button
              loading={actions.isRunning}
              onClick={() => void actions.retry(job)}
              rightSection={<KeyHint>R</KeyHint>}
            >
              {retryLabel}
            </Button>
          )}
        </Group>
      </Stack>
    </Panel>
  );
}

/** Where its document is shown; receipts and delivery notes have no screen of their own. */
function placeOf({ subject, subjectId }: Job): string | null {
  if (subjectId === null) return null;
  if (subject === 'invoice') return `/invoices/${subjectId}`;
  return subject === 'distribution' ? `/distributions/${subjectId}` : null;
}
