import { Group } from '@mantine/core';
import { formatInstant } from '../../../shared/dates.ts';
import { t } from '../../texts/index.ts';
import type { Column } from '../../ui/data-list.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { JobGlyph } from './job-glyph.tsx';
import { type Job, jobName, jobState } from './job-words.ts';

export const JOB_COLUMNS: Column<Job>[] = [
  {
    id: 'document',
    header: t.jobs.document,
    width: '216px',
    cell: (job) => (
      <Group gap={10} wrap="nowrap">
        <JobGlyph kind={job.kind} state={job.state} />
        {jobName(job)}
      </Group>
    ),
  },
  { id: 'target', header: t.jobs.target, width: 'minmax(60px, 1fr)', cell: (job) => job.target },
  {
    id: 'state',
    header: t.words.status,
    width: '88px',
    cell: (job) => {
      const { words, tone } = jobState(job);
      return <StatusBadge tone={tone}>{words}</StatusBadge>;
    },
  },
  { id: 'when', header: t.jobs.when, width: '142px', cell: (job) => formatInstant(job.createdAt) },
];
