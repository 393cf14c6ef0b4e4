import { expect, test } from 'vitest';
import { SpoolerSilentError } from '../../../../src/main/adapters/windows/powershell.ts';
import { LIST_QUEUES, LOOK_AT_QUEUE, REMOVE_JOB } from '../../../../src/main/adapters/windows/scripts.ts';
import { openWindowsSpooler } from '../../../../src/main/adapters/windows/spooler.ts';

interface Started {
  file: string;
  args: readonly string[];
  asked: unknown;
}

function answering(answer: unknown, end: object = {}) {
  const started: Started[] = [];
  const stdout = Buffer.from(JSON.stringify(answer) ?? '', 'utf8').toString('base64');
  const spooler = openWindowsSpooler(
    async (file, args, { env }) => {
      started.push({ file, args, asked: JSON.parse(env['DEPOT_ASKED']!) });
      return { ended: 'by itself', code: 0, stdout, stderr: '', ...end };
    },
    { SystemRoot: 'D:\\Windows' },
  );
  return { spooler, started };
}

function scriptIn({ args }: Started): string {
  return Buffer.from(args.at(-1)!, 'base64').toString('utf16le');
}

const SINCE = '2026-03-02T01:00:00.000Z';

test('Windows’ own PowerShell is run with a script that never changes; names go beside it as data', async () => {
  const { spooler, started } = answering({ status: 'Normal', jobs: [], printed: [] });
  for (const queue of ['Till "A" & Co', `O'Brien’s; $(x)`, '收银机', '-Name']) {
    await spooler.look(queue, SINCE);
    const [call] = started.splice(0);
    expect(call!.file).toBe('D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
    expect(call!.args.slice(0, -1)).toEqual(['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand']);
    expect(scriptIn(call!)).toBe(LOOK_AT_QUEUE);
    expect(call!.asked).toEqual({ queue, since: SINCE });
  }
  await spooler.remove('Till', { id: 12, submitted: SINCE });
  expect(scriptIn(started[0]!)).toBe(REMOVE_JOB);
  expect(started[0]!.asked).toEqual({ queue: 'Till', id: 12, submitted: SINCE });
  // Windows takes no longer command line than 32 767 characters.
  expect(Math.max(...[LIST_QUEUES, LOOK_AT_QUEUE, REMOVE_JOB].map((script) => script.length))).toBeLessThan(3000);
});

test('a queue and its jobs are read, whether their states come as words or as a number', async () => {
  const job = { id: 12, document: 'C:\\a\\发票.pdf', status: 'Error, Printing', pages: 1, submitted: SINCE };
  const { spooler } = answering({
    status: 'Paper Out, Offline',
    jobs: [
      job,
      { ...job, id: 13, status: '8208' },
      { ...job, id: 14, status: 'Normal' },
      { ...job, id: 15, status: '64' },
    ],
    printed: [{ id: 11, document: 'x.pdf' }],
  });
  const view = await spooler.look('Till', SINCE);
  expect([...view.queue!]).toEqual(['paperout', 'offline']);
  expect(view.jobs.map(({ id, flags }) => [id, ...flags])).toEqual([
    [12, 'error', 'printing'],
    [13, 'printing'],
    [14],
    [15, 'paperout'],
  ]);
  expect(view.jobs[0]).toMatchObject({ document: 'C:\\a\\发票.pdf', pagesPrinted: 1, submitted: SINCE });
  expect(view.printed).toEqual([{ id: 11, document: 'x.pdf' }]);
});

test('a queue that is not there is told apart from one without jobs', async () => {
  expect(await answering({ status: null, jobs: [], printed: [] }).spooler.look('x', SINCE)).toMatchObject({
    queue: null,
  });
});

test('the queues are listed, with their comments and the one that is used by default', async () => {
  const queues = [
    { queue: 'Till "A" & Co', comment: '', isDefault: false },
    { queue: '收银机', comment: 'Counter 2', isDefault: true },
  ];
  const { spooler, started } = answering({ queues });
  expect(await spooler.queues()).toEqual([
    { queue: 'Till "A" & Co', description: 'Till "A" & Co', isDefault: false },
    { queue: '收银机', description: 'Counter 2', isDefault: true },
  ]);
  expect(scriptIn(started[0]!)).toBe(LIST_QUEUES);
});

test.each<[string, object]>([
  ['is blocked', { ended: 'never started' }],
  ['hangs', { ended: 'killed' }],
  ['fails', { code: 1, stderr: 'The spooler service is not running.' }],
  ['talks of other things', { stdout: 'Welcome!' }],
  ['answers half of it', { stdout: Buffer.from('{"status":"Normal"}').toString('base64') }],
])('a PowerShell that %s is silence', async (_, end) => {
  const { spooler } = answering({}, end);
  await expect(spooler.look('Till', SINCE)).rejects.toThrow(SpoolerSilentError);
  await expect(spooler.queues()).rejects.toThrow(
    'Windows does not tell its printers: see that the service “Print Spooler” is running, then try again.',
  );
});
