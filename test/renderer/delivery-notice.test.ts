import { describe, expect, it } from 'vitest';
import type { Job } from '../../src/renderer/features/jobs/job-words.ts';
import { noticeOf } from '../../src/renderer/features/jobs/notice-words.ts';
import type { Needs } from '../../src/renderer/features/jobs/use-needs.ts';

function job(fields: Partial<Job>): Job {
  return {
    id: 1,
    kind: 'PRINT',
    state: 'failed',
    subject: 'invoice',
    subjectId: 1,
    number: 'INV-KB1-2026-000001',
    target: 'Office',
    attempts: 1,
    reason: 'There is no such printer.',
    proof: null,
    batch: null,
    createdAt: '2026-01-20T01:00:00.000Z',
    runAfter: '2026-01-20T01:00:00.000Z',
    finishedAt: null,
    ...fields,
  };
}

const WELL: Needs = {
  failed: 0,
  uncertain: 0,
  underWay: 0,
  newestFailed: undefined,
  newestUncertain: undefined,
  waiting: [],
};

describe('what every screen says of printing and mail', () => {
  it('is nothing while all is well', () => {
    expect(noticeOf(WELL)).toBeNull();
  });

  it('names the only one that failed, with its reason', () => {
    expect(noticeOf({ ...WELL, failed: 1, newestFailed: job({}) })).toEqual({
      words: 'INV-KB1-2026-000001 was not printed on Office',
      reason: 'There is no such printer.',
      isUrgent: true,
      canRetry: true,
      isMany: false,
    });
  });

  it('asks about an uncertain one, which is not simply tried again', () => {
    const newestUncertain = job({ state: 'uncertain', reason: 'Look.' });
    expect(noticeOf({ ...WELL, uncertain: 1, newestUncertain })).toMatchObject({
      words: 'Nobody knows whether INV-KB1-2026-000001 printed',
      reason: 'Look.',
      canRetry: false,
    });
  });

  it('counts many, also those beyond counting', () => {
    expect(noticeOf({ ...WELL, failed: 2, uncertain: 3, newestFailed: job({}) })).toMatchObject({
      words: '2 documents were not printed or mailed. Nobody knows whether 3 documents printed',
      reason: null,
    });
    expect(noticeOf({ ...WELL, failed: null, newestFailed: job({}) })?.words).toBe(
      '10,000+ documents were not printed or mailed',
    );
  });

  it('says quietly what waits for a printer that is off', () => {
    const waiting = [job({ state: 'queued', target: 'Till', reason: 'Is it on?' })];
    expect(noticeOf({ ...WELL, underWay: 1, waiting })).toEqual({
      words: 'INV-KB1-2026-000001 waits for Till',
      reason: 'Is it on?',
      isUrgent: false,
      canRetry: true,
      isMany: false,
    });
  });
});
