import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LogFiles, openLogFiles } from '../../../src/main/adapters/log-files.ts';
import { openRotatingFile } from '../../../src/main/adapters/rotating-file.ts';

let folder: string;
const opened: { close(): void }[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'depot-logs-'));
});
afterEach(() => {
  for (const file of opened.splice(0)) file.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(): LogFiles {
  const log = openLogFiles(folder);
  opened.push(log);
  return log;
}

const textOf = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const linesOf = (name: string) => {
  const text = textOf(name);
  expect(text.endsWith('\n')).toBe(true);
  return text
    .slice(0, -1)
    .split(/[\n\r\u0085\u2028\u2029]/)
    .map((line): unknown => JSON.parse(line));
};
const entry = { verb: 'depots.list', userId: 1, status: 200, milliseconds: 0.5, remoteAddress: '10.0.0.7' };

describe('a line of the log', () => {
  test('has the verb, the user, the status, the time taken and the address', () => {
    open().call(entry);
    expect(linesOf('requests.log')).toEqual([{ level: 30, time: expect.any(String) as string, ...entry }]);
  });

  test('is one line of JSON, whatever is in it', () => {
    const log = open();
    const hostile = 'a"}\n{"verb":"forged"}\r\u2028\u2029\u0085\0\u001b[31m\\';
    log.call({ ...entry, verb: hostile, remoteAddress: hostile });
    log.problem(hostile, new Error(hostile, { cause: hostile }));
    log.warning(hostile);
    expect(linesOf('requests.log')).toMatchObject([{ verb: hostile }]);
    expect(linesOf('errors.log')).toMatchObject([
      { id: hostile, error: { message: hostile, cause: { message: hostile } } },
      { msg: hostile },
    ]);
  });

  test('tells of an error what it is and where, but not what a library hangs on it', () => {
    const cause = Object.assign(new Error('NOT NULL constraint failed: users.pin_hash'), { code: 'SQLITE_CONSTRAINT' });
    const error = Object.assign(
      new Error(`Failed query: insert into users values (?, ?)\nparams: clerk,tan@example.com\n    at forged (x:1)`, {
        cause,
      }),
      { query: 'insert', params: ['hunter22'], input: { password: 'hunter22' } },
    );
    open().problem('id-1', error);
    const text = textOf('errors.log');
    for (const secret of ['hunter22', 'tan@example.com', 'clerk,', 'forged']) expect(text).not.toContain(secret);
    expect(linesOf('errors.log')).toMatchObject([
      {
        id: 'id-1',
        error: {
          message: 'Failed query: insert into users values (?, ?)\n[…]',
          frames: expect.arrayContaining([expect.stringContaining('log-files.test.ts')]) as string[],
          cause: { code: 'SQLITE_CONSTRAINT', message: 'NOT NULL constraint failed: users.pin_hash' },
        },
      },
    ]);
  });

  test.each([
    ['no 4821 here', 'no […] here'],
    ['a 4821567 there', 'a […] there'],
    ['Tan <tan@example.com>, "lim@shop.sg"', 'Tan <[…]>, "[…]"'],
    ['GET /api/x/tan%40example.com', 'GET […]'],
    ['hash scrypt$1024$c2FsdA$a2V5 of', 'hash […] of'],
    ['token eyJhbGciOiJIUzI1NiJ9.eyJzaWQiOiJ4In0.c2ln.', 'token […]'],
    [`Unexpected token 'h', "hunter22 {" is not valid JSON`, `Unexpected token 'h', […] is not valid JSON`],
  ])('keeps no secret of: %s', (said, kept) => {
    open().problem('x', new Error(said), ['4821', '4821567', '']);
    expect(linesOf('errors.log')).toMatchObject([{ error: { message: kept } }]);
  });

  test('is said of what is no error at all, and of endless causes and messages', () => {
    const log = open();
    const endless = new Error('x'.repeat(1_000_000));
    endless.cause = endless;
    log.problem('1', null);
    log.problem('2', { toString: () => 'tan@example.com' });
    log.problem('3', endless);
    expect(linesOf('errors.log')).toMatchObject([
      { error: { message: 'null' } },
      { error: { message: '[…]' } },
      { id: '3' },
    ]);
    expect(statSync(path.join(folder, 'errors.log')).size).toBeLessThan(60_000);
  });
});

describe('a file that rotates', () => {
  const rotation = { bytes: 100, files: 3 };
  const file = () => path.join(folder, 'a.log');
  const lineOf = (number: number) => `${String(number).padStart(39, '0')}\n`;
  function openFile() {
    const rotating = openRotatingFile(file(), rotation);
    opened.push(rotating);
    return rotating;
  }

  test('is put aside before it grows too large, and the oldest goes', () => {
    const rotating = openFile();
    for (let number = 1; number <= 9; number += 1) rotating.write(lineOf(number));
    expect(readdirSync(folder).toSorted()).toEqual(['a.1.log', 'a.2.log', 'a.log']);
    expect(textOf('a.log')).toBe(lineOf(9));
    expect(textOf('a.1.log')).toBe(lineOf(7) + lineOf(8));
    expect(textOf('a.2.log')).toBe(lineOf(5) + lineOf(6));
  });

  test('goes on where it was when opened again, unless it is full', () => {
    writeFileSync(file(), lineOf(1));
    openFile().write(lineOf(2));
    expect(textOf('a.log')).toBe(lineOf(1) + lineOf(2));
    writeFileSync(file(), lineOf(3).repeat(3));
    openFile().write(lineOf(4));
    expect(textOf('a.log')).toBe(lineOf(4));
    expect(textOf('a.1.log')).toBe(lineOf(3).repeat(3));
  });

  test('takes a line larger than itself whole', () => {
    const rotating = openFile();
    const long = `${'x'.repeat(500)}\n`;
    rotating.write(long);
    rotating.write(lineOf(1));
    expect(textOf('a.1.log')).toBe(long);
    expect(textOf('a.log')).toBe(lineOf(1));
  });

  test('goes on as it is when it cannot be put aside', () => {
    mkdirSync(path.join(folder, 'a.2.log'));
    writeFileSync(path.join(folder, 'a.2.log', 'in the way'), '');
    const rotating = openFile();
    for (let number = 1; number <= 4; number += 1) rotating.write(lineOf(number));
    expect(textOf('a.log')).toBe([1, 2, 3, 4].map(lineOf).join(''));
  });

  test('takes nothing more when it is closed, and closes twice', () => {
    const rotating = openFile();
    rotating.write(lineOf(1));
    rotating.close();
    rotating.close();
    rotating.write(lineOf(2));
    expect(textOf('a.log')).toBe(lineOf(1));
  });
});
