import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { dumpTables } from '../../helpers/dump-tables.ts';
import { openCounter } from '../../helpers/open-counter.ts';
import { openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';
import { ask, codeOf, problemOf, tokensOf } from './dispatcher-calls.ts';

const PASSWORD = 'correct horse';

let day: TestConsole;
let token = '';
let driver = '';
beforeAll(async () => {
  day = await openTestConsole();
  const { addUser } = await openCounter(day);
  await addUser('DRIVER', 'driver1');
  ({ access: token } = await tokensOf(day, 'admin', PASSWORD));
  ({ access: driver } = await tokensOf(day, 'driver1', PASSWORD));
});
afterAll(async () => {
  await day.remove();
});

/** The same day in a folder of its own, to be ill-treated; who is signed in stays so. */
async function openCopy(): Promise<TestConsole> {
  const folder = mkdtempSync(path.join(tmpdir(), 'depot-copy-'));
  cpSync(day.dataDir, folder, { recursive: true });
  const copy = await openTestConsole(folder, day.clock.now());
  onTestFinished(async () => {
    await copy.close().catch(() => null);
    rmSync(folder, { recursive: true, force: true });
  });
  return copy;
}

const fileText = ({ dataDir }: TestConsole, ...name: string[]) => readFileSync(path.join(dataDir, ...name), 'utf8');

/** As a disk or a hand may leave the books: a table is gone. */
function lose({ dataDir }: TestConsole, table: string): void {
  const other = new Database(path.join(dataDir, 'depot.db'));
  other.pragma('foreign_keys = OFF');
  other.exec(`DROP TABLE ${table}`);
  other.close();
}

/** A hundred million things, and yet not large: one list in it again and again. */
function withoutEnd(): unknown {
  const row = Array.from({ length: 10_000 }, () => [1]);
  return Array.from({ length: 10_000 }, () => row);
}

describe('what nobody foresaw', () => {
  test.each([
    ['services.list', {}],
    ['services.create', { code: 'FIT', name: 'Fitting', price: '10.00' }],
  ])('in %s gets an id; the log has its stack, the answer has not', async (verb, input) => {
    const copy = await openCopy();
    const audited = dumpTables(copy.dataDir)['audit'];
    lose(copy, 'services');
    const problem = await problemOf(ask(copy, verb, input, { token }));
    const { id } = problem.details as { id: string };
    expect(problem).toEqual({
      code: 'UNEXPECTED',
      message: `Something went wrong. Nothing was saved. Id ${id}.`,
      details: { id },
    });
    expect(JSON.stringify(problem)).not.toMatch(/services|\.ts|node_modules|SqliteError/);
    const logged = fileText(copy, 'logs', 'errors.log')
      .split('\n')
      .find((line) => line.includes(id));
    expect(logged).toMatch(/no such table: services.*src\/main\/services\/service-catalogue\.ts/);
    expect(dumpTables(copy.dataDir)['audit']).toEqual(audited);
  });

  test('in the audit of a refusal leaves the refusal as it is', async () => {
    const copy = await openCopy();
    lose(copy, 'audit');
    expect(await codeOf(ask(copy, 'users.list', {}, { token: driver }))).toBe('FORBIDDEN');
    expect(fileText(copy, 'logs', 'errors.log')).toContain('audit of a refusal');
  });

  test('before anything else could be looked at is answered all the same', async () => {
    const copy = await openCopy();
    lose(copy, 'commits');
    expect(await codeOf(ask(copy, 'setup.status'))).toBe('UNEXPECTED');
  });

  test('is not looked for in what is sent without end: that would keep the counter waiting for minutes', async () => {
    const copy = await openCopy();
    expect(await codeOf(ask(copy, 'session.me', { password: withoutEnd() }, { token }))).toBe('VALIDATION');
    lose(copy, 'commits');
    expect(await codeOf(ask(copy, 'session.me', { password: withoutEnd() }, { token }))).toBe('UNEXPECTED');
  });

  test('because the console has closed meanwhile is answered all the same', async () => {
    const copy = await openCopy();
    const running = ask(copy, 'session.login', { username: 'admin', password: PASSWORD });
    await copy.close();
    expect(await codeOf(running)).toBe('UNEXPECTED');
    expect(await codeOf(ask(copy, 'depots.list', {}, { token }))).toBe('UNEXPECTED');
  });
});
