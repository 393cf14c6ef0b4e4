import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { t } from '../../texts/index.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { isUnderWay, type Job, jobState } from '../jobs/job-words.ts';
import { useJobActions } from '../jobs/use-job-actions.ts';
import { useJobsOf } from '../jobs/use-jobs-of.ts';

interface Props {
  kind: 'PRINT' | 'MAIL';
  /** The printer, or the address. */
  target: string;
  isAsking: boolean;
  end: WireOutput<'printers.test'> | null;
}

/** How far a test is, from queued to its end, with the printer's or the server's own words. */
export function TestResult({ kind, target, isAsking, end }: Props) {
  const { jobs } = useJobsOf(isAsking || end !== null ? [null] : [], { isAsking });
  const { resolve } = useJobActions();
  if (!isAsking && end === null) return null;
  const isOurs = (job: Job) =>
    // The answer names it; until then it is the test that is under way there.
    end === null ? job.subject === 'test' && job.target === target && isUnderWay(job.state) : job.id === end.jobId;
  const job = jobs.find(isOurs);
  const shown = shownOf(kind, job, end);
  const { words, tone } = jobState(shown);
  return (
    <Paper withBorder p="sm" role="status" aria-label={kind === 'PRINT' ? t.printers.test : t.mail.test}>
      <Stack gap={6}>
        <StatusBadge tone={tone}>{words}</StatusBadge>
        {shown.reason !== null && <Text size="sm">{shown.reason}</Text>}
        {shown.proof !== null && shown.state === 'done' && <Text size="sm">{shown.proof}</Text>}
        {shown.state === 'uncertain' && job && (
          <Group gap="sm">
            <Text size="sm" fw={600}>
              {t.jobs.didItPrint(t.jobs.testPage)}
            </Text>
            <Button size="compact-sm" onClick={() => void resolve(job, true)}>
              {t.jobs.yes}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => void resolve(job, false)}>
              {t.jobs.no}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

/** Whichever is further: the job as it was last seen, or what the verb answered. */
function shownOf(kind: Job['kind'], job: Job | undefined, end: Props['end']) {
  const isBehind = job !== undefined && end !== null && isUnderWay(job.state) && !isUnderWay(end.status);
  if (job && !isBehind) return job;
  if (end) return { kind, state: end.status, reason: end.reason, proof: end.proof };
  return { kind, state: 'queued' as const, reason: null, proof: null };
}
