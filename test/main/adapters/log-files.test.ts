import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLogFiles } from '../../../src/main/adapters/log-files.ts';

const CALL = { verb: 'stock.receive', userId: 3, status: 200, milliseconds: 1.25, remoteAddress: null };

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'depot-logs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'logs');
}

function linesOf(folder: string, name: string): Record<string, unknown>[] {
  const text = readFileSync(path.join(folder, name), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the logs', () => {
  test('have a line for each call, with what the contract lists and the time', () => {
    const folder = newFolder();
    const log = openLogFiles(folder);
    log.call(CALL);
    expect(linesOf(folder, 'requests.log')).toEqual([{ level: 30, time: expect.any(String) as string, ...CALL }]);
    log.close();
  });

  test('keep what went wrong with its id and its stack, apart from the calls', () => {
    const folder = newFolder();
    const log = openLogFiles(folder);
    log.problem('id-1', new Error('no paper', { cause: new Error('tray 2') }));
    log.warning('the anchor was mended');
    log.close();
    const [problem, warning] = linesOf(folder, 'errors.log');
    expect(problem).toMatchObject({ id: 'id-1', err: { message: expect.stringContaining('no paper') as string } });
    expect(JSON.stringify(problem)).toContain('log-files.test.ts');
    expect(JSON.stringify(problem)).toContain('tray 2');
    expect(warning).toMatchObject({ msg: 'the anchor was mended' });
    expect(linesOf(folder, 'requests.log')).toEqual([]);
  });

  test('go on where they ended the last time', () => {
    const folder = newFolder();
    for (const verb of ['a', 'b']) {
      const log = openLogFiles(folder);
      log.call({ ...CALL, verb });
      log.close();
    }
    expect(linesOf(folder, 'requests.log').map(({ verb }) => verb)).toEqual(['a', 'b']);
  });

  test('are for the eyes of those who run the console', () => {
    const folder = newFolder();
    openLogFiles(folder).close();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, 'errors.log')).mode & 0o777).toBe(0o600);
  });

  test('can be closed right after they were opened, and twice', () => {
    const log = openLogFiles(newFolder());
    log.close();
    expect(() => log.close()).not.toThrow();
  });

  test('take no harm from a call that ends after they were closed', () => {
    const folder = newFolder();
    const log = openLogFiles(folder);
    log.close();
    log.call(CALL);
    log.problem('id', new Error('late'));
    log.warning('late');
    expect(linesOf(folder, 'errors.log')).toEqual([]);
  });
});

/** A limit on the size of a file is what comes nearest to a full disk that every machine has. */
const FULL_DISKS = process.platform === 'win32' ? [] : ['a full disk'];

test.each(FULL_DISKS)('%s neither ends nor stops the counter', () => {
  const folder = newFolder();
  const program = `
    const { openLogFiles } = await import(${JSON.stringify(path.resolve('src/main/adapters/log-files.ts'))});
    const log = openLogFiles(process.argv[1]);
    for (let call = 0; call < 500; call += 1) {
      log.call(${JSON.stringify(CALL)});
      log.problem('id', new Error('no paper'));
    }
    log.close();
    setTimeout(() => console.log('still open'), 20);`;
  const shell = `trap '' XFSZ; ulimit -f 16; exec "$0" --input-type=module -e "$1" "$2"`;
  const { stdout, status } = spawnSync('sh', ['-c', shell, process.execPath, program, folder], {
    encoding: 'utf8',
    timeout: 8_000,
  });
  expect([stdout, status]).toEqual(['still open\n', 0]);
  expect(readFileSync(path.join(folder, 'requests.log'), 'utf8').split('\n').length).toBeGreaterThan(20);
});
