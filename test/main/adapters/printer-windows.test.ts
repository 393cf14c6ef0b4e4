import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openWindowsPrinter } from '../../../src/main/adapters/printer-windows.ts';
import type { PrintOrder } from '../../../src/main/adapters/printer.ts';
import { jobFlags, queueFlags } from '../../../src/main/adapters/windows/flags.ts';
import { SpoolerSilentError } from '../../../src/main/adapters/windows/powershell.ts';
import type { SpoolerJob, SpoolerView } from '../../../src/main/adapters/windows/spooler.ts';
import type { SumatraOptions } from '../../../src/main/adapters/windows/sumatra.ts';

const QUEUE = 'Till "A" & Co';
const EXE = 'C:\\Depot\\SumatraPDF.exe';
const NOW = '2026-03-02T01:00:00.000Z';
const LATER = '2026-03-02T01:00:01.500Z';

let dir: string;
let pdf: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'depot-sumatra-'));
  pdf = path.join(dir, 'INV-KB1-2026-000123.pdf');
  writeFileSync(pdf, '%PDF');
});
afterAll(() => rmSync(dir, { recursive: true }));

/** What SumatraPDF and the spooler do, one look after the other, and what they were asked. */
let sumatra: () => Promise<void>;
let views: (SpoolerView | Error)[];
let printed: [string, SumatraOptions | undefined][];
let looks: string[];
let removed: unknown[];
let pauses: number;
beforeEach(() => {
  sumatra = async () => undefined;
  views = [view('Normal', [])];
  printed = [];
  looks = [];
  removed = [];
  pauses = 0;
});

function view(status: string | null, jobs: readonly SpoolerJob[], log: SpoolerView['printed'] = []): SpoolerView {
  return { queue: status === null ? null : queueFlags(status), jobs, printed: log };
}

/** Stands for the name under which SumatraPDF was given the document last. */
const MINE = 'MINE';

function job(status: string, changes: Partial<SpoolerJob> = {}): SpoolerJob {
  return { id: 12, submitted: LATER, document: MINE, flags: jobFlags(status), pagesPrinted: 0, ...changes };
}

function open(tray: string | null = null) {
  return openWindowsPrinter(
    { kind: 'system', queue: QUEUE, tray },
    {
      printPdf: async (file, options) => {
        printed.push([file, options]);
        await sumatra();
      },
      sumatraPdfPath: EXE,
      spooler: {
        look: async (queue, since) => {
          expect(queue).toBe(QUEUE);
          looks.push(since);
          const next = views.length > 1 ? views.shift()! : views[0]!;
          if (next instanceof Error) throw next;
          const mine = <Named extends { document: string }>(named: Named): Named =>
            named.document === MINE ? { ...named, document: printed.at(-1)![0] } : named;
          return { ...next, jobs: next.jobs.map(mine), printed: next.printed.map(mine) };
        },
        remove: async (queue, which) => {
          removed.push([queue, which]);
          throw new SpoolerSilentError('gone');
        },
        queues: async () => [],
      },
      now: () => new Date(NOW),
      pause: async () => {
        pauses += 1;
      },
      waitMs: 10_000,
      handingMs: 50,
    },
  );
}

function order(changes: Partial<PrintOrder> = {}): PrintOrder & { handles: string[] } {
  const handles: string[] = [];
  const onHanded = (handle: string) => handles.push(handle);
  return { title: 'INV-KB1-2026-000123', pdf, roll: null, paper: 'ROLL80', copies: 2, onHanded, handles, ...changes };
}

const failsWith = (code: string | number) => async () => {
  throw Object.assign(new Error('Command failed'), { code });
};

const HANDLE = `12@${LATER}@${NOW}`;
const GONE = `Windows took the document for “${QUEUE}” and has it no longer; it does not say whether it was printed`;

test('a receipt is given to SumatraPDF without paper or direction', async () => {
  await open('Rolle').print(order());
  const options = { printer: QUEUE, silent: true, scale: 'noscale', copies: 2, sumatraPdfPath: EXE, bin: 'Rolle' };
  expect(printed).toEqual([[expect.any(String), options]]);
});

test('the document is given under a name of its own, and the copy is gone afterwards', async () => {
  let bytes = '';
  sumatra = async () => {
    bytes = readFileSync(printed.at(-1)![0], 'utf8');
  };
  for (const title of ['INV-KB1-2026-000123', 'INV-KB1-2026-000123', '发票: “Tan & Söhne”?']) {
    await open().print(order({ title }));
    expect(bytes).toBe('%PDF');
  }
  const names = printed.map(([file]) => path.basename(file));
  expect(names[0]).toMatch(/^INV-KB1-2026-000123 [0-9a-f]{6}\.pdf$/);
  expect(names[1]).not.toBe(names[0]);
  expect(names[2]).toMatch(/^发票_ “Tan & Söhne”_ [0-9a-f]{6}\.pdf$/);
  expect(printed.filter(([file]) => existsSync(path.dirname(file)))).toEqual([]);
});

test('a job that left the queue without a word is handed over, not printed', async () => {
  const given = order();
  expect(await open().print(given)).toEqual({ state: 'handed', proof: GONE });
  expect(given.handles).toEqual([]);
  views = [view('Normal', [job('Spooling')]), view('Normal', [job('Printing')]), view('Normal', [])];
  expect(await open().print(given)).toEqual({ state: 'handed', proof: GONE });
  expect(given.handles).toEqual([HANDLE]);
});

test('it is printed when the job itself or Windows’ print log says so', async () => {
  views = [view('Normal', [job('Printing')]), view('Normal', [job('Printed, Retained')])];
  expect(await open().print(order())).toEqual({ state: 'printed', proof: 'Windows job 12 printed' });
  const log = { state: 'printed', proof: 'Windows’ print log: job 12 printed' };
  views = [view('Normal', [job('Printing')]), view('Normal', [], [{ id: 12, document: 'Print Document' }])];
  expect(await open().print(order())).toEqual(log);
  views = [view('Normal', [], [{ id: 12, document: MINE }])];
  expect(await open().print(order())).toEqual(log);
});

test('a job that does not end within ten seconds waits, and is followed later', async () => {
  views = [view('PaperOut', [job('Printing')])];
  const given = order();
  const reason = `“${QUEUE}” is out of paper: put paper in.`;
  expect(await open().print(given)).toEqual({ state: 'waiting', reason });
  expect(pauses).toBe(10);
  views = [view('Normal', [job('Printed')])];
  expect(await open().follow(given.handles[0]!)).toEqual({ state: 'printed', proof: 'Windows job 12 printed' });
  expect(looks.at(-1)).toBe(NOW);
  expect(await open().follow('till-42')).toEqual({
    state: 'uncertain',
    reason: 'Windows knows no job “till-42”. Look whether it came out.',
  });
});

test('an older job of the same document that is stuck is never taken for the new one', async () => {
  const stuck = job('Error', { id: 3, document: 'INV-KB1-2026-000123 0a1b2c.pdf' });
  const given = order();
  views = [view('Normal', [stuck, job('Printed', { id: 13 })])];
  expect(await open().print(given)).toMatchObject({ state: 'printed' });
  expect(given.handles).toEqual([`13@${LATER}@${NOW}`]);
  views = [view('Normal', [stuck])];
  expect(await open().print(given)).toMatchObject({ state: 'handed' });
});

const CHECK = 'See that the printer is there in Windows and that the service “Print Spooler” is running.';

test.each([
  [1, null, `There is no printer queue “${QUEUE}” on this computer: choose one in Settings → Printers.`, false],
  [1, 'Normal', `SumatraPDF could not print on “${QUEUE}”. ${CHECK}`, true],
  [
    'ENOENT',
    'Normal',
    `SumatraPDF, which prints, is not at ${EXE}: install the program again, or set its path in Settings → Printers.`,
    false,
  ],
])(
  'given SumatraPDF that ends with %s on a queue that is %s, nothing is printed',
  async (code, status, reason, retry) => {
    sumatra = failsWith(code);
    views = [view(status, [])];
    expect(await open().print(order())).toEqual({ state: 'failed', reason, retry });
  },
);

test('given SumatraPDF that crashes or hangs, it is uncertain, unless the spooler has the job', async () => {
  const reason = `SumatraPDF broke off while it gave the document to “${QUEUE}”. Look whether it came out.`;
  sumatra = failsWith(3_221_225_477);
  expect(await open().print(order())).toEqual({ state: 'uncertain', reason });
  sumatra = () => new Promise(() => undefined);
  expect(await open().print(order())).toEqual({ state: 'uncertain', reason });
  views = [view('Normal', [job('Printed')])];
  expect(await open().print(order())).toMatchObject({ state: 'printed' });
});

test('given Windows that cannot be asked, the document was handed over, and a job that is followed waits', async () => {
  views = [new SpoolerSilentError('blocked')];
  expect(await open().print(order())).toEqual({
    state: 'handed',
    proof: `Windows took the document for “${QUEUE}” but could not be asked what became of it`,
  });
  expect(await open().follow(HANDLE)).toEqual({
    state: 'waiting',
    reason: `Windows could not be asked about the document for “${QUEUE}”. ${CHECK}`,
  });
  expect(await open().status()).toEqual({ state: 'unreachable', words: `Windows could not be asked. ${CHECK}` });
});

test('only the job itself is taken out of the queue, and what is no job leaves it alone', async () => {
  await open().cancel(HANDLE);
  await open().cancel('till-42');
  expect(removed).toEqual([[QUEUE, { id: 12, submitted: LATER, since: NOW }]]);
});

test('what cannot be printed is told before SumatraPDF is asked', async () => {
  expect(await open('a,b').print(order())).toEqual({
    state: 'failed',
    reason: `“${QUEUE}” cannot have a tray “a,b”: choose another in Settings → Printers.`,
    retry: false,
  });
  const reason = 'The document to print cannot be read any more (/nowhere/a.pdf): make it again.';
  expect(await open().print(order({ pdf: '/nowhere/a.pdf' }))).toEqual({ state: 'failed', reason, retry: false });
  expect(printed).toEqual([]);
});

test.each([
  ['Normal', { state: 'ready', words: `“${QUEUE}” is ready.` }],
  ['PaperOut', { state: 'stopped', words: `“${QUEUE}” is out of paper: put paper in.` }],
  ['Offline', { state: 'unreachable', words: `“${QUEUE}” is offline: see that it is switched on and connected.` }],
  [
    null,
    {
      state: 'unknown',
      words: `There is no printer queue “${QUEUE}” on this computer: choose one in Settings → Printers.`,
    },
  ],
])('the state of a queue that is %s', async (status, words) => {
  views = [view(status, [])];
  expect(await open().status()).toEqual(words);
});
