import { Stack } from '@mantine/core';
import { JobLine } from './job-line.tsx';
import { useJobsOf } from './use-jobs-of.ts';

/** What became of the newest print and the newest mail of a document; nothing when there was none. */
export function LastWork({ number }: { number: string }) {
  const { jobs } = useJobsOf([number]);
  const newest = (['PRINT', 'MAIL'] as const).flatMap((kind) => jobs.find((job) => job.kind === kind) ?? []);
  if (newest.length === 0) return null;
  return (
    <Stack gap={4}>
      {newest.map((job) => (
        <JobLine key={job.id} job={job} />
      ))}
    </Stack>
  );
}
