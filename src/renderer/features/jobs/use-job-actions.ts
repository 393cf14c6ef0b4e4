import { useCallback } from 'react';
import { useToldCommand } from '../../data/use-told-command.ts';
import { t } from '../../texts/index.ts';
import { toastDone } from '../../ui/toasts.tsx';
import { type Job, jobName } from './job-words.ts';
import { toastWork } from './work-toast.tsx';

type Known = Pick<Job, 'id' | 'kind' | 'number'>;

/** What somebody can do about a job. Refusals are told at the corner: the job may have changed meanwhile. */
export function useJobActions() {
  const retrying = useToldCommand('jobs.retry');
  const cancelling = useToldCommand('jobs.cancel');
  const resolving = useToldCommand('jobs.resolve');
  const retryingAll = useToldCommand('jobs.retryAll');

  const { run: runRetry } = retrying;
  const retry = useCallback(
    async (job: Known) => {
      if (await runRetry({ id: job.id })) {
        toastWork(t.jobs.tryingAgain(jobName(job)), { numbers: [job.number], only: job.id });
      }
    },
    [runRetry],
  );
  return {
    retry,
    cancel: async (job: Known) => {
      if (await cancelling.run({ id: job.id })) {
        toastDone(t.jobs.gaveUp(jobName(job)), { label: t.jobs.tryAgain, run: () => void retry(job) });
      }
    },
    resolve: async (job: Known, printed: boolean) => {
      if (!(await resolving.run({ id: job.id, printed }))) return;
      if (printed) toastDone(t.jobs.answeredYes(jobName(job)));
      else toastWork(t.jobs.tryingAgain(jobName(job)), { numbers: [job.number], only: job.id });
    },
    retryAll: async () => {
      const done = await retryingAll.run({});
      if (done) toastDone(done.retried === 0 ? t.jobs.nothingToTry : t.jobs.tryingAllAgain(done.retried));
    },
    isRunning: retrying.isRunning || cancelling.isRunning || resolving.isRunning || retryingAll.isRunning,
  };
}
