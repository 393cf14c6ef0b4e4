import { expect, test } from 'vitest';
import { jobFlags, queueFlags } from '../../../../src/main/adapters/windows/flags.ts';
import { outcomeOf } from '../../../../src/main/adapters/windows/outcome.ts';
import type { SpoolerJob } from '../../../../src/main/adapters/windows/spooler.ts';

const SUBMITTED = '2026-03-02T01:00:01.500Z';
const JOB = { id: 12, submitted: SUBMITTED };

/** What became of job 12 of the queue "Till", when there are these. */
function became(status: string | null, jobs: readonly SpoolerJob[], logged: number[] = []) {
  const queue = status === null ? null : queueFlags(status);
  const printed = logged.map((id) => ({ id, document: 'Print Document' }));
  return outcomeOf('Till', JOB, { queue, jobs, printed });
}

function job(status: string, changes: Partial<SpoolerJob> = {}): SpoolerJob {
  return { ...JOB, document: 'a.pdf', flags: jobFlags(status), pagesPrinted: 0, ...changes };
}

test.each([
  ['Normal', 'Error, PaperOut, Printing', 'Till” is out of paper: put paper in.'],
  ['PaperOut', 'Printing', 'Till” is out of paper: put paper in.'],
  ['Normal', 'Offline', 'Till” is offline: see that it is switched on and connected.'],
  ['Offline', 'Normal', 'Till” is offline: see that it is switched on and connected.'],
  ['Normal', 'UserIntervention', 'Till” needs somebody: look at its display and lights.'],
  ['Normal', 'Error, Printing', 'Till” has an error: look at its display and lights, then at its queue in Windows.'],
  ['Normal', 'Error, Complete', 'Till” has an error: look at its display and lights, then at its queue in Windows.'],
  ['Paused', 'Normal', 'Till” is paused: let it go on in its queue in Windows.'],
  ['DoorOpen, Error', 'Error', 'Till” is open: close its covers.'],
])('on a queue that is %s, a job that is %s waits', (status, state, words) => {
  expect(became(status, [job(state)])).toEqual({ state: 'waiting', reason: `“${words}` });
});

test('a job that is on its way waits without blame', () => {
  const reason = 'Windows still has the document in the queue of “Till”.';
  for (const state of ['Normal', 'Spooling', 'Printing, Retained']) {
    expect(became('Printing', [job(state)])).toEqual({ state: 'waiting', reason });
  }
});

test('printed is what the job or the print log says, not sent to the last byte', () => {
  expect(became('Normal', [job('Printed, Retained')])).toEqual({ state: 'printed', proof: 'Windows job 12 printed' });
  expect(became('Normal', [], [11, 12])).toEqual({ state: 'printed', proof: 'Windows’ print log: job 12 printed' });
  expect(became('Normal', [job('Complete, Retained')])).toEqual({
    state: 'handed',
    proof: 'Windows sent all of job 12 to “Till”, which does not say whether it was printed',
  });
});

test('a job that is gone without a word is handed over; a number that was given again is another job', () => {
  const gone = {
    state: 'handed',
    proof: 'Windows took the document for “Till” and has it no longer; it does not say whether it was printed',
  };
  expect(became('Normal', [], [11])).toEqual(gone);
  expect(became('Normal', [job('Error', { submitted: '2026-03-02T08:00:00.000Z' })])).toEqual(gone);
});

test('a queue that was removed with its job leaves it uncertain', () => {
  const reason =
    'There is no printer queue “Till” on this computer: choose one in Settings → Printers. ' +
    'Look whether the document came out.';
  expect(became(null, [])).toEqual({ state: 'uncertain', reason });
});

test('a job that somebody removes has failed, or is uncertain once a page was printed', () => {
  const reason = 'Job 12 was removed from the queue in Windows before anything was printed.';
  expect(became('Normal', [job('Deleting')])).toEqual({ state: 'failed', reason, retry: false });
  expect(became('Normal', [job('Deleting', { pagesPrinted: 1 })])).toEqual({
    state: 'uncertain',
    reason: 'Job 12 was removed from the queue in Windows after printing had begun: look whether it came out.',
  });
});
