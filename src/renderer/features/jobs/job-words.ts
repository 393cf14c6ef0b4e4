import type { WireOutput } from '../../../shared/contract/index.ts';
import { t } from '../../texts/index.ts';
import type { Tone } from '../../ui/status-badge.tsx';

export type Job = WireOutput<'jobs.list'>['items'][number];
export type JobState = Job['state'];

const TONES: Record<JobState, Tone> = {
  queued: 'quiet',
  running: 'quiet',
  done: 'done',
  failed: 'attention',
  uncertain: 'attention',
  cancelled: 'quiet',
};

/** What a job's state is called, and how loudly it is said. */
export function jobState({ kind, state }: Pick<Job, 'kind' | 'state'>): { words: string; tone: Tone } {
  return { words: wordsFor(kind, state), tone: TONES[state] };
}

function wordsFor(kind: Job['kind'], state: JobState): string {
  if (state === 'running') return t.jobs.running[kind];
  // A mail that is done was taken by the server; a print may only have been given to a spooler that tells no more.
  return kind === 'MAIL' && state === 'done' ? t.jobs.mailed : t.jobs.states[state];
}

/** `INV-KB1-2026-000123`, or what a test is called. */
export function jobName({ kind, number }: Pick<Job, 'kind' | 'number'>): string {
  return number ?? (kind === 'MAIL' ? t.jobs.testMail : t.jobs.testPage);
}

export function isUnderWay(state: JobState | undefined): boolean {
  return state === 'queued' || state === 'running';
}

export function needsSomebody(state: JobState | undefined): boolean {
  return state === 'failed' || state === 'uncertain';
}

/** After a failed try it waits for the next one, which can be now. */
export function isTriedAgain({ state, reason }: Pick<Job, 'state' | 'reason'>): boolean {
  return state === 'queued' && reason !== null;
}

/** One sentence about a job that needs somebody, or waits for its next try. */
export function jobTrouble(job: Job): string {
  const name = jobName(job);
  if (job.state === 'uncertain') return t.jobs.oneUncertain(name);
  if (isTriedAgain(job)) return t.jobs.oneWaits(name, job.target ?? '');
  if (job.kind === 'PRINT') return t.jobs.notPrinted(name, job.target ?? '');
  if (job.kind === 'MAIL') return t.jobs.notMailed(name, job.target ?? '');
  return t.jobs.notMade(name);
}
