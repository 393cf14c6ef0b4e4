import type { IppValue } from './ipp-message.ts';

/** What CUPS says about one thing: values by the attribute's name. */
export type Facts = ReadonlyMap<string, readonly IppValue[]>;

/** A queue as CUPS tells of it, in the words of IPP (RFC 8011). */
export interface CupsQueue {
  stopped: boolean;
  busy: boolean;
  accepting: boolean;
  /** "media-empty-error", "paused"; never "none". */
  reasons: readonly string[];
  message: string;
  /** Names of papers: "iso_a4_210x297mm". */
  media: readonly string[];
}

export const JOB_STATES = {
  3: 'pending',
  4: 'held',
  5: 'processing',
  6: 'stopped',
  7: 'cancelled',
  8: 'aborted',
  9: 'completed',
} as const;

export interface CupsJob {
  state: (typeof JOB_STATES)[keyof typeof JOB_STATES] | null;
  /** CUPS had begun to work on it: from then on something may have come out. */
  begun: boolean;
  reasons: readonly string[];
  /** What the printer said last while this job was its own. */
  printerReasons: readonly string[];
  printerMessage: string;
}

export const QUEUE_FACTS = [
  'printer-state',
  'printer-state-reasons',
  'printer-state-message',
  'printer-is-accepting-jobs',
  'media-supported',
];
export const JOB_FACTS = [
  'job-state',
  'job-state-reasons',
  'time-at-processing',
  'job-printer-state-reasons',
  'job-printer-state-message',
];

const STOPPED = 5;
const PROCESSING = 4;

export function queueOf(facts: Facts): CupsQueue {
  const state = facts.get('printer-state')?.[0];
  return {
    stopped: state === STOPPED,
    busy: state === PROCESSING,
    accepting: facts.get('printer-is-accepting-jobs')?.[0] !== false,
    reasons: textsOf(facts, 'printer-state-reasons'),
    message: textOf(facts, 'printer-state-message'),
    media: textsOf(facts, 'media-supported'),
  };
}

export function jobOf(facts: Facts): CupsJob {
  const state = facts.get('job-state')?.[0];
  return {
    state: JOB_STATES[state as keyof typeof JOB_STATES] ?? null,
    begun: typeof facts.get('time-at-processing')?.[0] === 'number',
    reasons: textsOf(facts, 'job-state-reasons'),
    printerReasons: textsOf(facts, 'job-printer-state-reasons'),
    printerMessage: textOf(facts, 'job-printer-state-message'),
  };
}

function textsOf(facts: Facts, name: string): string[] {
  return (facts.get(name) ?? []).filter((value) => typeof value === 'string' && value !== 'none') as string[];
}

export function textOf(facts: Facts, name: string): string {
  const value = facts.get(name)?.[0];
  return typeof value === 'string' ? value : '';
}
