import { Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { t } from '../../texts/index.ts';
import { toast, type ToastAction, ToastLine } from '../../ui/toasts.tsx';
import { JobLine } from './job-line.tsx';
import { isUnderWay, type Job, needsSomebody } from './job-words.ts';
import { type Numbered, useJobsOf } from './use-jobs-of.ts';

interface Work {
  numbers: readonly Numbered[];
  /** Only what was asked for after this job. */
  after?: number;
  /** Only this job. */
  only?: number;
  action?: ToastAction;
}

/** How long the end of it can be read. */
const READ_MS = 5_000;
const READ_TROUBLE_MS = 12_000;

/** A word about a document that goes on saying what becomes of its printing and mailing until that has ended. */
export function toastWork(message: string, work: Work): void {
  toast((close) => <WorkToast message={message} work={work} close={close} />, true);
}

interface Props {
  message: string;
  work: Work;
  close: () => void;
}

function WorkToast({ message, work, close }: Props) {
  const { numbers, after = 0, only, action } = work;
  const [since] = useState(Date.now);
  const { jobs, isKnown } = useJobsOf(numbers, { since });
  const shown = jobs.filter((job) => job.id > after && (only === undefined || job.id === only) && isWorthTelling(job));
  const isOver = isKnown && !shown.some((job) => isUnderWay(job.state) && job.reason === null);
  const isTrouble = shown.some((job) => needsSomebody(job.state) || job.reason !== null);
  useEffect(() => {
    if (!isOver) return undefined;
    const timer = setTimeout(close, isTrouble ? READ_TROUBLE_MS : READ_MS);
    return () => clearTimeout(timer);
  }, [isOver, isTrouble, close]);
  return (
    <Stack gap={4}>
      <ToastLine message={message} action={action} onAction={close} />
      {shown.toReversed().map((job) => (
        <JobLine key={job.id} job={job} />
      ))}
      {isTrouble && (
        <Text size="xs" c="dimmed">
          {t.jobs.seeAll}
        </Text>
      )}
    </Stack>
  );
}

/** A PDF that was made is no news at the counter. */
function isWorthTelling({ kind, state }: Job): boolean {
  return kind !== 'RENDER' || needsSomebody(state);
}
