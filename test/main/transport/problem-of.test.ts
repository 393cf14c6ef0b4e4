import { describe, expect, test } from 'vitest';
import { NoChromiumError } from '../../../src/main/adapters/find-chromium.ts';
import { problemOf } from '../../../src/main/transport/problem-of.ts';
import type { Log } from '../../../src/main/services/ports.ts';
import { refuse } from '../../../src/shared/errors.ts';

function heard() {
  const problems: [id: string, error: unknown][] = [];
  const log: Log = {
    call: () => expect.unreachable(),
    warning: () => expect.unreachable(),
    problem: (id, error) => problems.push([id, error]),
  };
  return { log, problems };
}

function thrownBy(run: () => never): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
}

const withCode = (code: string) => Object.assign(new Error(`secret words of ${code}`), { code });

describe('an error as the caller is told', () => {
  test('what the computer lacks is told in full: no browser to draw documents with', () => {
    const { log } = heard();
    const error = new NoChromiumError('Documents cannot be drawn: install Chrome.');
    expect(problemOf(error, log)).toMatchObject({
      code: 'UNEXPECTED',
      message: expect.stringContaining('Documents cannot be drawn: install Chrome.') as string,
    });
  });

  test('a refusal is told as it is, and is nothing for the log of errors', () => {
    const { log, problems } = heard();
    const error = thrownBy(() => refuse('INVALID_STATE', 'It is cancelled.', { status: 'CANCELLED' }));
    expect(problemOf(error, log)).toEqual({
      code: 'INVALID_STATE',
      message: 'It is cancelled.',
      details: { status: 'CANCELLED' },
    });
    expect(problems).toEqual([]);
  });

  test.each([
    [withCode('SQLITE_FULL'), 'The disk is full: free some space, then try again.'],
    [withCode('ENOSPC'), 'The disk is full: free some space, then try again.'],
    [withCode('SQLITE_READONLY_DIRECTORY'), 'The books cannot be written: check the rights of the data folder.'],
    [withCode('SQLITE_CORRUPT_VTAB'), 'The books are damaged: restore the last good backup.'],
    [withCode('SQLITE_CONSTRAINT_CHECK'), 'Something went wrong.'],
    [new TypeError('secret words'), 'Something went wrong.'],
    ['secret words', 'Something went wrong.'],
    [null, 'Something went wrong.'],
    [{ code: 'SQLITE_FULL' }, 'Something went wrong.'],
  ])('%s gets an id, and is told without its own words', (error, sentence) => {
    const { log, problems } = heard();
    const problem = problemOf(error, log);
    const [[id, logged] = []] = problems;
    expect(problem).toEqual({
      code: 'UNEXPECTED',
      message: `${sentence} Nothing was saved. Id ${id}.`,
      details: { id },
    });
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(logged).toBe(error);
    expect(JSON.stringify(problem)).not.toContain('secret words');
  });
});
