import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPasswords } from '../../src/main/adapters/passwords.ts';
import { type DepotConsole, openConsole } from '../../src/main/console.ts';
import { StartError } from '../../src/main/db/start-error.ts';
import { noPdf, openTestConsole, SAMPLE_DAY } from '../helpers/open-test-console.ts';
import { openUntilDone } from './db/audited-day.ts';
import { fingerprint, newFolder } from './db/books.ts';
import { DAMAGES } from './db/damage.ts';
import { keepDay } from './db/kept-day.ts';
import { startSecondProgram } from './db/second-program.ts';
import { ask, codeOf, tokensOf } from './transport/dispatcher-calls.ts';

let day = '';
beforeAll(async () => {
  day = await keepDay();
});
afterAll(() => rmSync(day, { recursive: true, force: true }));

/** The day in a folder of its own. */
function newCopy(): string {
  const folder = newFolder();
  cpSync(day, folder, { recursive: true });
  return folder;
}

function open(dataDir: string): Promise<DepotConsole> {
  return openConsole({ dataDir, pdf: noPdf, clock: { now: () => SAMPLE_DAY }, passwords: createPasswords(1024) });
}

/** Why the console does not open. */
async function refusalOf(dataDir: string): Promise<StartError> {
  try {
    await (await open(dataDir)).close();
  } catch (error) {
    if (error instanceof StartError) return error;
    throw error;
  }
  throw new Error('the console opened');
}

describe('a data folder the console cannot use', () => {
  test.each(DAMAGES)('with $what is refused in a sentence, and stays as it is', async ({ hands, says }) => {
    const folder = newCopy();
    hands(folder);
    const before = fingerprint(folder);
    const { message } = await refusalOf(folder);
    expect(message).toContain(says);
    expect(message).toContain(folder);
    expect(message).not.toMatch(/\n|Sqlite|    at /);
    expect(fingerprint(folder)).toEqual(before);

    // Nothing stayed open or locked: mended, the same folder opens in the same program.
    rmSync(folder, { recursive: true });
    cpSync(day, folder, { recursive: true });
    const console = await open(folder);
    expect(await codeOf(ask(console, 'setup.status'))).toBe('ok');
    await console.close();
  });

  test('because it lies under a file is refused, and the file stays as it is', async () => {
    const folder = newFolder();
    writeFileSync(path.join(folder, 'notes.txt'), 'buy gas');
    const before = fingerprint(folder);
    const inside = path.join(folder, 'notes.txt', 'x');
    expect((await refusalOf(inside)).message).toContain(`The data folder ${inside} cannot be made`);
    expect(fingerprint(folder)).toEqual(before);
  });
});

describe('a data folder in use', () => {
  test('by another program is refused, naming it; when that was killed, it opens', async () => {
    const folder = newCopy();
    const other = await startSecondProgram(folder);
    expect(other.said).toBe('open');
    const before = fingerprint(folder);
    const { message } = await refusalOf(folder);
    expect(message).toContain(`Another program is using ${folder}: process ${other.pid} on ${hostname()}, since 2`);
    expect(message).toMatch(/Close it first, or use that window\.$/);
    expect(fingerprint(folder)).toEqual(before);

    await other.kill();
    const console = await openUntilDone(folder);
    const { access: token } = await tokensOf(console, 'admin', 'correct horse');
    expect(await ask(console, 'depots.get', { id: 1 }, { token })).toMatchObject({
      ok: true,
      value: { name: `by process ${other.pid}` },
    });
  });

  test('by this program is refused as well, and is not taken from it', async () => {
    const folder = newCopy();
    const console = await openUntilDone(folder);
    expect((await refusalOf(folder)).message).toContain(`process ${process.pid} on`);
    expect((await refusalOf(folder)).message).toContain('Another program is using');
    expect(await codeOf(ask(console, 'setup.status'))).toBe('ok');
    await tokensOf(console, 'admin', 'correct horse');
  });
});

describe('a data folder the console can use', () => {
  test('is made when it is not there, and waits for its first administrator', async () => {
    const console = await openUntilDone(path.join(newFolder(), 'new', 'depot'));
    expect(await ask(console, 'setup.status')).toMatchObject({ ok: true, value: { isSetUp: false } });
  });

  test('with an empty file for its books is as good as new', async () => {
    const folder = newFolder();
    writeFileSync(path.join(folder, 'depot.db'), '');
    expect(await codeOf(ask(await openUntilDone(folder), 'setup.status'))).toBe('ok');
  });

  test('is one file of books when it is closed: whoever copies it has everything', async () => {
    const folder = newCopy();
    const console = await openTestConsole(folder);
    await tokensOf(console, 'admin', 'correct horse');
    await console.close();
    expect(Object.keys(fingerprint(folder)).filter((name) => name.startsWith('depot.db'))).toEqual(['depot.db']);
  });

  test('that was killed while it had much to say opens with all of it', async () => {
    const folder = newCopy();
    const console = await openTestConsole(folder);
    const { access: token } = await tokensOf(console, 'admin', 'correct horse');
    // As a power cut leaves it: the books beside their WAL, the anchor as far as it got.
    const crashed = newFolder();
    cpSync(folder, crashed, { recursive: true });
    await console.close();
    const again = await openUntilDone(crashed);
    expect(await ask(again, 'audit.verify', {}, { token })).toMatchObject({ ok: true, value: { ok: true } });
  });
});
