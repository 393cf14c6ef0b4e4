import { Group, Text } from '@mantine/core';
import { t } from '../../texts/index.ts';
import { JobGlyph } from './job-glyph.tsx';
import { type Job, jobState, needsSomebody } from './job-words.ts';

/** One job in one line: what, where to, how far, and why not. */
export function JobLine({ job }: { job: Job }) {
  const { words } = jobState(job);
  const isTrouble = needsSomebody(job.state);
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <JobGlyph kind={job.kind} state={job.state} />
      <Text size="sm" c={isTrouble ? 'var(--mantine-color-error)' : undefined} component="span">
        {`${t.jobs.subjects[job.subject]} · ${words}`}
        {job.target !== null && ` · ${job.target}`}
        {job.reason !== null && (
          <Text size="sm" c="dimmed" component="span" display="block">
            {job.reason}
          </Text>
        )}
      </Text>
    </Group>
  );
}
