import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { SchedulerDownError } from '../../../src/main/adapters/cups/ask-ipp.ts';
import type { CupsJob, CupsQueue } from '../../../src/main/adapters/cups/facts.ts';
import { NoCupsError } from '../../../src/main/adapters/cups/scheduler.ts';
import { openCupsPrinter } from '../../../src/main/adapters/printer-cups.ts';
import type { PrintOrder } from '../../../src/main/adapters/printer.ts';
import type { ProgramEnd } from '../../../src/main/adapters/run-program.ts';
import { samplePdf } from '../../helpers/sample-pdf.ts';

const QUEUE: CupsQueue = { stopped: false, busy: false, accepting: true, reasons: [], message: '', media: [] };
const JOB: CupsJob = { state: 'completed', begun: true, reasons: [], printerReasons: [], printerMessage: '' };

let dir: string;
let pdf: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'depot-lp-'));
  pdf = path.join(dir, 'a.pdf');
  writeFileSync(pdf, samplePdf(80, 123.45, 'a receipt'));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** What CUPS and its programs answer, and what they were asked. */
let queue: CupsQueue | null | Error;
let jobs: (CupsJob | null | Error)[];
let lp: ProgramEnd;
let ran: string[][];
let pauses: number;
beforeEach(() => {
  queue = QUEUE;
  jobs = [JOB];
  lp = { ended: 'by itself', code: 0, stdout: 'request id is till-42 (1 file(s))\n', stderr: '' };
  ran = [];
  pauses = 0;
});

function told<Value>(value: Value | Error): Value {
  if (value instanceof Error) throw value;
  return value;
}

function open(name = 'till', tray: string | null = null) {
  return openCupsPrinter(
    { kind: 'system', queue: name, tray },
    {
      run: async (file, args, { env }) => {
        expect(env).toEqual({ CUPS_SERVER: '/run/x.sock', LC_ALL: 'C' });
        ran.push([file, ...args]);
        return lp;
      },
      scheduler: {
        queue: async () => told(queue),
        job: async () => told(jobs.length > 1 ? jobs.shift()! : jobs[0]!),
        queues: async () => [],
      },
      env: { CUPS_SERVER: '/run/x.sock', LC_ALL: 'de_DE.UTF-8' },
      pause: async () => {
        pauses += 1;
      },
      waitMs: 10_000,
    },
  );
}

function order(changes: Partial<PrintOrder> = {}): PrintOrder & { handles: string[] } {
  const handles: string[] = [];
  const onHanded = (handle: string) => handles.push(handle);
  return { title: 'INV-KB1-2026-000123', pdf, roll: null, paper: 'A4', copies: 1, onHanded, handles, ...changes };
}

test('an A4 invoice is given to lp and is printed when CUPS says so', async () => {
  const given = order({ copies: 2 });
  expect(await open().print(given)).toEqual({ state: 'printed', proof: 'CUPS job till-42 completed' });
  expect(given.handles).toEqual(['till-42']);
  expect(ran).toEqual([
    ['lp', '-d', 'till', '-n', '2', '-t', 'INV-KB1-2026-000123', '-o', 'print-scaling=none', '-o', 'media=A4', pdf],
  ]);
});

test('a receipt gets a paper of its own size, a tray its name in both tongues, and odd names arrive as they are', async () => {
  const name = 'Till_"A"_&_Co_收银';
  lp = { ended: 'by itself', code: 0, stdout: `Anfrage-ID ist ${name}-7 (1 Datei(en))`, stderr: '' };
  const given = order({ paper: 'ROLL80', title: "R “1”; $(x) 'y'" });
  await open(name, 'Tray2').print(given);
  expect(given.handles).toEqual([`${name}-7`]);
  expect(ran[0]?.join(' ')).toBe(
    `lp -d ${name} -n 1 -t R “1”; $(x) 'y' -o print-scaling=none -o fit-to-page=false ` +
      `-o media=Custom.80x123.45mm -o InputSlot=Tray2 -o media-source=Tray2 ${pdf}`,
  );
  expect(ran[0]).toHaveLength(18);
});

test('a job that does not end within ten seconds waits, with what it waits for', async () => {
  jobs = [{ ...JOB, state: 'processing', printerReasons: ['media-empty-warning'] }];
  const given = order();
  expect(await open().print(given)).toEqual({ state: 'waiting', reason: '“till” is out of paper: put paper in.' });
  expect(pauses).toBe(40);
  jobs = [JOB];
  expect(await open().follow('till-42')).toEqual({ state: 'printed', proof: 'CUPS job till-42 completed' });
});

test('a job that ends meanwhile is printed', async () => {
  jobs = [{ ...JOB, state: 'pending', begun: false }, { ...JOB, state: 'processing' }, new SchedulerDownError(), JOB];
  expect(await open().print(order())).toMatchObject({ state: 'printed' });
  expect(pauses).toBe(3);
});

test.each<[string, () => void, object]>([
  [
    'no such queue',
    () => (queue = null),
    { reason: 'There is no printer queue “till” on this computer: choose one in Settings → Printers.', retry: false },
  ],
  [
    'a queue that takes none',
    () => (queue = { ...QUEUE, accepting: false, message: 'moved to the office.' }),
    {
      reason:
        '“till” takes no documents (moved to the office): let it accept jobs again in the system’s printer settings.',
      retry: true,
    },
  ],
  [
    'CUPS that is down',
    () => (queue = new SchedulerDownError()),
    {
      reason: 'The print service of this computer (CUPS) does not answer: start it, or start the computer again.',
      retry: true,
    },
  ],
  [
    'no CUPS',
    () => (queue = new NoCupsError()),
    {
      reason:
        'This computer has no CUPS to print with: install it (on Debian or Ubuntu the packages cups and cups-client).',
      retry: false,
    },
  ],
  [
    'an lp that refuses',
    () => (lp = { ended: 'by itself', code: 1, stdout: '', stderr: 'lp: Too many jobs.\n' }),
    { reason: 'CUPS did not take the document: lp: Too many jobs.', retry: true },
  ],
])('given %s, nothing is printed, for sure', async (_, given, outcome) => {
  given();
  const asked = order();
  expect(await open().print(asked)).toEqual({ state: 'failed', ...outcome });
  expect(asked.handles).toEqual([]);
});

test('an lp that hangs leaves it uncertain; one that tells no number has been handed the document', async () => {
  lp = { ended: 'killed' };
  expect(await open().print(order())).toEqual({
    state: 'uncertain',
    reason: 'CUPS did not take the document in time: look whether “till” printed it.',
  });
  lp = { ended: 'by itself', code: 0, stdout: 'ok\n', stderr: '' };
  expect(await open().print(order())).toEqual({ state: 'handed', proof: 'CUPS answered “ok”' });
});

test('names that lp would take for options are refused before it is asked', async () => {
  expect(await open('-o').print(order())).toMatchObject({ state: 'failed', retry: false });
  expect(await open('till', 'Tray 2" raw').print(order())).toEqual({
    state: 'failed',
    reason: '“till” cannot have a tray “Tray 2" raw”: choose another in Settings → Printers.',
    retry: false,
  });
  expect(await open().print(order({ pdf: '/nowhere/a.pdf' }))).toEqual({
    state: 'failed',
    reason: 'The document to print cannot be read any more (/nowhere/a.pdf): make it again.',
    retry: false,
  });
  await open().cancel('-a');
  expect(ran).toEqual([]);
  await open().cancel('till-42');
  expect(ran).toEqual([['cancel', 'till-42']]);
});

test('the state of a queue can be asked', async () => {
  expect(await open().status()).toEqual({ state: 'ready', words: '“till” is ready.' });
  queue = { ...QUEUE, reasons: ['media-empty-error'] };
  expect(await open().status()).toEqual({ state: 'stopped', words: '“till” is out of paper: put paper in.' });
  queue = { ...QUEUE, reasons: ['offline-report'] };
  expect(await open().status()).toMatchObject({ state: 'unreachable' });
  queue = null;
  expect(await open().status()).toEqual({
    state: 'unknown',
    words: 'There is no printer queue “till” on this computer: choose one in Settings → Printers.',
  });
  queue = new SchedulerDownError();
  expect(await open().status()).toEqual({
    state: 'unreachable',
    words: 'The print service of this computer (CUPS) does not answer: start it, or start the computer again.',
  });
});
