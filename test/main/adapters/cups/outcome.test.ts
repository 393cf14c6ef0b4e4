import { expect, test } from 'vitest';
import type { CupsJob, CupsQueue } from '../../../../src/main/adapters/cups/facts.ts';
import { outcomeOf } from '../../../../src/main/adapters/cups/outcome.ts';
import { queueTrouble } from '../../../../src/main/adapters/cups/words.ts';

const QUEUE: CupsQueue = { stopped: false, busy: false, accepting: true, reasons: [], message: '', media: [] };
const JOB: CupsJob = { state: 'completed', begun: true, reasons: [], printerReasons: [], printerMessage: '' };

const HELD: CupsJob = { ...JOB, state: 'held', begun: false, reasons: ['job-hold-until-specified'] };
const PENDING: CupsJob = { ...JOB, state: 'pending', begun: false };
const WORKING: CupsJob = { ...JOB, state: 'processing' };

test.each<[CupsJob, Partial<CupsQueue>, string]>([
  [HELD, {}, 'CUPS holds the job till-42: release it in the system’s list of print jobs.'],
  [
    { ...HELD, reasons: ['cups-held-for-authentication'] },
    {},
    '“till” asks for a user name and password: give them in the system’s printer settings (job till-42).',
  ],
  [
    PENDING,
    { stopped: true, reasons: ['paused'], message: 'Paused' },
    '“till” is stopped: start it again in the system’s printer settings.',
  ],
  [
    PENDING,
    { stopped: true, message: 'Filter failed' },
    '“till” is stopped and says: Filter failed. Mend that, then start it again in the system’s printer settings.',
  ],
  [
    PENDING,
    { stopped: true, reasons: ['media-jam-error', 'paused'] },
    '“till” is stopped and has jammed paper: take it out and close the printer. ' +
      'Then start it again in the system’s printer settings.',
  ],
  [PENDING, { busy: true, message: 'Printing.' }, '“till” prints other documents first.'],
  [WORKING, { busy: true, reasons: ['cover-open'] }, '“till” is open: close its covers and trays.'],
  [WORKING, { reasons: ['offline-report'] }, '“till” cannot be reached: see that it is switched on and connected.'],
  [WORKING, { reasons: ['toner-empty-error'] }, '“till” is out of ink or toner: change it.'],
  [
    WORKING,
    { message: 'Printing.' },
    '“till” has not printed it yet. See that it is switched on, connected and has paper.',
  ],
  [
    { ...WORKING, printerMessage: 'Der Drucker antwortet nicht!' },
    {},
    '“till” has not printed it yet and says: Der Drucker antwortet nicht! See that it is switched on, connected and has paper.',
  ],
])('why a job waits: %#', (job, state, reason) => {
  expect(outcomeOf('till', 'till-42', job, { ...QUEUE, ...state })).toEqual({ state: 'waiting', reason });
});

test.each<[Partial<CupsJob> | null, object]>([
  [
    { state: 'cancelled', begun: false },
    { state: 'failed', reason: 'The job till-42 was cancelled before anything was printed.', retry: false },
  ],
  [
    { state: 'aborted', begun: false },
    { state: 'failed', reason: 'The job till-42 was given up by CUPS before anything was printed.', retry: true },
  ],
  [
    { state: 'cancelled' },
    { state: 'uncertain', reason: 'The job till-42 was cancelled after printing had begun: look whether it came out.' },
  ],
  [
    { state: 'aborted', printerMessage: 'Filter failed' },
    {
      state: 'uncertain',
      reason:
        'The job till-42 was given up by CUPS after printing had begun (“Filter failed”): look whether it came out.',
    },
  ],
  [null, { state: 'uncertain', reason: 'CUPS no longer knows the job till-42: look whether it was printed.' }],
])('how a job ends otherwise: %#', (job, outcome) => {
  expect(outcomeOf('till', 'till-42', job === null ? null : { ...JOB, ...job }, QUEUE)).toEqual(outcome);
});

test.each<[Partial<CupsQueue>, object | null]>([
  [{}, null],
  // One of several trays, and toner that lasts a while.
  [{ reasons: ['media-empty-warning', 'toner-low-report'] }, null],
  [{ reasons: ['media-empty-error'] }, { reachable: true, words: '“till” is out of paper: put paper in.' }],
  [
    { reasons: ['offline-report'] },
    { reachable: false, words: '“till” cannot be reached: see that it is switched on and connected.' },
  ],
  [
    { stopped: true, reasons: ['paused'], message: 'Idle.' },
    { reachable: true, words: '“till” is stopped: start it again in the system’s printer settings.' },
  ],
  [
    { accepting: false },
    { reachable: true, words: '“till” takes no documents: let it accept jobs again in the system’s printer settings.' },
  ],
])('the state of a queue: %#', (state, trouble) => {
  expect(queueTrouble('till', { ...QUEUE, ...state })).toEqual(trouble);
});
