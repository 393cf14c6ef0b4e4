import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lines } from '../../../src/main/demo/progress.ts';
import { runDemo } from '../../../src/main/demo/run-demo.ts';
import { sampleClock } from '../../../src/main/demo/sample-clock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'depot-demo-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const printed = { out: '', err: '' };
  const code = await runDemo(args, {
    sample: 'none',
    openPdf: () => Promise.reject(new Error('nothing is to be drawn')),
    progress: lines(() => undefined),
    out: (text) => (printed.out += text),
    err: (text) => (printed.err += text),
  });
  return { code, ...printed };
}

describe('npm run demo', () => {
  test('leaves a folder alone that holds something', async () => {
    await writeFile(path.join(folder, 'depot.db'), 'somebody’s books');
    const { code, out, err } = await run('--data-dir', folder);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(`${folder} is not empty. The demonstration needs a folder of its own: name a new one.\n`);
  });

  test('explains itself, and says what it does not know', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('npm run demo') as string });
    expect(await run('--fast')).toMatchObject({ code: 1, err: expect.stringContaining("'--fast'") as string });
  });
});

test('the sample’s clock keeps to its business day and to one sign-in', () => {
  const clock = sampleClock();
  const opening = clock.now();
  expect(opening.toISOString()).toBe('2026-01-20T00:00:00.000Z');
  clock.moveToSlip(78);
  expect(clock.now().toISOString()).toBe('2026-01-20T06:30:00.000Z');
});
