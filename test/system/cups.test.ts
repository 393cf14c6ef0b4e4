import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Printer } from '../../src/main/adapters/printer.ts';
import { openPrinters } from '../../src/main/adapters/printers.ts';
import { pageSizesOf, pagesOf } from '../helpers/pdf-contents.ts';
import { expectWords, follow, type Handed, print, SIZES } from './cups/orders.ts';
import { startCups, type TestCups } from './cups/start-cups.ts';
import { startTill, type TestTill } from './cups/start-till.ts';
import { until } from './cups/until.ts';

let cups: TestCups;
let till: TestTill;
beforeAll(async () => {
  till = await startTill();
  cups = await startCups();
  await cups.run('lpadmin', '-p', 'till', '-D', 'Till at the counter', '-E', '-v', till.uri, '-m', 'everywhere');
  await cups.run('lpadmin', '-p', 'office', '-E', '-v', till.uri, '-m', 'everywhere');
  await cups.run('lpadmin', '-d', 'office');
});
afterAll(async () => {
  await cups?.remove();
  await till?.remove();
});
afterEach(() => {
  // Nothing came out that no test asked for.
  till.expectNothingLeft();
});

function openQueue(queue: string, { tray = null as string | null, waitMs = 15_000 } = {}): Printer {
  const openEscpos = () => expect.unreachable('no such printer here');
  return openPrinters({ openEscpos, env: cups.env, platform: 'linux', waitMs }).open({ kind: 'system', queue, tray });
}

/** A queue that does not try for days to reach its printer. */
async function addImpatientQueue(queue: string, errorPolicy: string): Promise<void> {
  await cups.run('lpadmin', '-p', queue, '-E', '-v', till.uri, '-m', 'everywhere');
  await cups.run('lpadmin', '-p', queue, '-v', `${till.uri}?contimeout=1`, '-o', `printer-error-policy=${errorPolicy}`);
}

/** Whoever will not wait for the end of a job that cannot end now. */
const IMPATIENT = { waitMs: 500 };

const UNREACHABLE =
  '“till” has not printed it yet and says: The printer may not exist or is unavailable at this time. ' +
  'See that it is switched on, connected and has paper.';

async function expectPrinted(printer: Printer, { handle }: Handed, title: string): Promise<void> {
  expect(await follow(printer, handle)).toEqual({ state: 'printed', proof: `CUPS job ${handle} completed` });
  await till.collect(title);
}

test('the queues of this computer are listed, with the one that is used by default', async () => {
  const printers = openPrinters({ openEscpos: () => expect.unreachable(), env: cups.env, platform: 'linux' });
  expect(await printers.list()).toEqual([
    { queue: 'office', description: 'office', isDefault: true },
    { queue: 'till', description: 'Till at the counter', isDefault: false },
  ]);
  expect(await openQueue('till').status()).toEqual({ state: 'ready', words: '“till” is ready.' });
});

test.each(['A4', 'A5', 'ROLL80', 'ROLL58'] as const)(
  '%s arrives whole, in its own size, neither turned nor scaled',
  async (paper) => {
    const title = `INV “Tan & Söhne” 发票 ${paper}`;
    const { outcome, handle } = await print(openQueue('till'), title, { paper });
    expect(handle).toMatch(/^till-\d+$/);
    expect(outcome).toEqual({ state: 'printed', proof: `CUPS job ${handle} completed` });
    const { pdf, attributes } = await till.collect(title);
    expect(attributes['CONTENT_TYPE']).toBe('application/pdf');
    expect(await pagesOf(pdf)).toEqual([`Paid in full ${paper}`]);
    const [width, height] = SIZES[paper];
    // CUPS cuts papers to whole points.
    expect(Number(/x-dimension=(\d+)/.exec(attributes['IPP_MEDIA_COL']!)?.[1]) / 100).toBeCloseTo(width, -0.5);
    expect(Number(/y-dimension=(\d+)/.exec(attributes['IPP_MEDIA_COL']!)?.[1]) / 100).toBeCloseTo(height, -0.5);
    const [page] = await pageSizesOf(pdf);
    expect(page?.widthMm).toBeCloseTo(width, -0.5);
    expect(page?.heightMm).toBeCloseTo(height, -0.5);
  },
);

test('copies and tray reach the printer', async () => {
  await print(openQueue('till', { tray: 'tray-2' }), 'INV copies', { copies: 3 });
  const { attributes } = await till.collect('INV copies');
  expect(attributes).toMatchObject({ IPP_COPIES: '3' });
  expect(attributes['IPP_MEDIA_COL']).toContain('media-source=tray-2');
});

test('given a queue that was disabled, then the job waits, says so, and goes through once it is enabled', async () => {
  const printer = openQueue('till', IMPATIENT);
  await cups.run('cupsdisable', 'till');
  const handed = await print(printer, 'INV disabled');
  const words = '“till” is stopped: start it again in the system’s printer settings.';
  expect(handed.outcome).toEqual({ state: 'waiting', reason: words });
  expect(await printer.status()).toEqual({ state: 'stopped', words });
  await cups.run('cupsenable', 'till');
  await expectPrinted(printer, handed, 'INV disabled');
});

test('given a queue that rejects, then nothing is handed over, and it goes through when it accepts again', async () => {
  const printer = openQueue('till');
  await cups.run('cupsreject', '-r', 'counter closed', 'till');
  const reason =
    '“till” takes no documents (counter closed): let it accept jobs again in the system’s printer settings.';
  expect(await print(printer, 'INV rejected')).toEqual({
    outcome: { state: 'failed', reason, retry: true },
    handle: null,
  });
  expect(await printer.status()).toEqual({ state: 'stopped', words: reason });
  await cups.run('cupsaccept', 'till');
  await expectPrinted(printer, await print(printer, 'INV rejected'), 'INV rejected');
});

test('given a printer without paper, then the job waits for paper and goes through when there is some', async () => {
  const printer = openQueue('till', IMPATIENT);
  till.takePaperAway();
  const handed = await print(printer, 'INV paper');
  await expectWords(printer, handed, '“till” is out of paper: put paper in.');
  till.putPaperIn();
  await expectPrinted(printer, handed, 'INV paper');
});

test('given a printer that was switched off, then the job waits, says so, and goes through when it is on again', async () => {
  const printer = openQueue('till', IMPATIENT);
  await till.switchOff();
  const handed = await print(printer, 'INV off');
  await expectWords(printer, handed, UNREACHABLE);
  await till.switchOn();
  await expectPrinted(printer, handed, 'INV off');
});

test('given a queue that stops when its printer is off, then it tells to start it again, and the job goes through', async () => {
  await addImpatientQueue('strict', 'stop-printer');
  const printer = openQueue('strict', IMPATIENT);
  await till.switchOff();
  const handed = await print(printer, 'INV strict');
  await until('the queue stops', async () => (await printer.status()).state === 'stopped');
  expect(await printer.follow(handed.handle!)).toEqual({
    state: 'waiting',
    reason:
      '“strict” is stopped and says: The printer is not responding. ' +
      'Mend that, then start it again in the system’s printer settings.',
  });
  await till.switchOn();
  await cups.run('cupsenable', 'strict');
  await expectPrinted(printer, handed, 'INV strict');
});

test('given a queue that gives jobs up, then it is uncertain: printing had begun', async () => {
  await addImpatientQueue('hasty', 'abort-job');
  await till.switchOff();
  const printer = openQueue('hasty');
  const { outcome, handle } = await print(printer, 'INV hasty');
  expect(outcome).toEqual({
    state: 'uncertain',
    reason:
      `The job ${handle} was given up by CUPS after printing had begun (“The printer is not responding.”): ` +
      'look whether it came out.',
  });
  await till.switchOn();
});

test('given a queue that holds jobs, then it says so, and the job goes through when it is released', async () => {
  const printer = openQueue('till', IMPATIENT);
  await cups.run('lpadmin', '-p', 'till', '-o', 'job-hold-until-default=indefinite');
  const handed = await print(printer, 'INV held');
  await cups.run('lpadmin', '-p', 'till', '-o', 'job-hold-until-default=no-hold');
  const reason = `CUPS holds the job ${handed.handle}: release it in the system’s list of print jobs.`;
  expect(handed.outcome).toEqual({ state: 'waiting', reason });
  await cups.run('lp', '-i', handed.handle!, '-H', 'resume');
  await expectPrinted(printer, handed, 'INV held');
});

test('given a job that somebody cancels before it is printed, then it failed for sure and is not tried again', async () => {
  const printer = openQueue('till', IMPATIENT);
  await cups.run('cupsdisable', 'till');
  const { handle } = await print(printer, 'INV cancelled');
  await cups.run('cancel', handle!);
  const reason = `The job ${handle} was cancelled before anything was printed.`;
  expect(await printer.follow(handle!)).toEqual({ state: 'failed', reason, retry: false });
  await cups.run('cupsenable', 'till');
});

test('given a job that is taken back, then it is gone; to take it back again does nothing', async () => {
  const printer = openQueue('till', IMPATIENT);
  await cups.run('cupsdisable', 'till');
  const { handle } = await print(printer, 'INV back');
  await printer.cancel(handle!);
  await printer.cancel(handle!);
  await printer.cancel('till-999999');
  expect(await printer.follow(handle!)).toMatchObject({ state: 'failed', retry: false });
  expect(await cups.run('lpstat', '-o')).toBe('');
  await cups.run('cupsenable', 'till');
});

test('given a job that is cancelled while it is printed, then it is uncertain', async () => {
  const printer = openQueue('till', IMPATIENT);
  await till.switchOff();
  const handed = await print(printer, 'INV halfway');
  await expectWords(printer, handed, UNREACHABLE);
  const { handle } = handed;
  await cups.run('cancel', handle!);
  const outcome = await follow(printer, handle);
  expect(outcome.state).toBe('uncertain');
  expect(outcome).toMatchObject({
    reason: expect.stringContaining(`${handle} was cancelled after printing had begun`) as string,
  });
  await till.switchOn();
});

test.each(['nowhere', '-x', ''])(
  'given a queue “%s”, which is not there, then it is told, and not tried again',
  async (queue) => {
    const reason = `There is no printer queue “${queue}” on this computer: choose one in Settings → Printers.`;
    expect(await print(openQueue(queue), 'INV nowhere')).toEqual({
      outcome: { state: 'failed', reason, retry: false },
      handle: null,
    });
    expect(await openQueue(queue).status()).toEqual({ state: 'unknown', words: reason });
  },
);

test('given a job that CUPS never had, then it is uncertain', async () => {
  const reason = 'CUPS no longer knows the job till-999999: look whether it was printed.';
  expect(await openQueue('till').follow('till-999999')).toEqual({ state: 'uncertain', reason });
});

test('given CUPS that is down, then it is told, jobs in it wait, and go through when it is up', async () => {
  const printer = openQueue('till', IMPATIENT);
  await cups.run('cupsdisable', 'till');
  const handed = await print(printer, 'INV waiting');
  await cups.stop();
  const reason = 'The print service of this computer (CUPS) does not answer: start it, or start the computer again.';
  expect((await print(printer, 'INV down')).outcome).toEqual({ state: 'failed', reason, retry: true });
  expect(await printer.follow(handed.handle!)).toEqual({ state: 'waiting', reason });
  expect(await printer.status()).toEqual({ state: 'unreachable', words: reason });
  const printers = openPrinters({ openEscpos: () => expect.unreachable(), env: cups.env, platform: 'linux' });
  await expect(printers.list()).rejects.toThrow(reason);
  await cups.start();
  await cups.run('cupsenable', 'till');
  await expectPrinted(printer, handed, 'INV waiting');
});
