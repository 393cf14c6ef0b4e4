import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lockFolder } from '../../../src/main/db/folder-lock.ts';
import { StartError } from '../../../src/main/db/start-error.ts';
import { fingerprint, newFolder, openBooks } from './books.ts';
import { canStartAsNobody, startSecondProgram } from './second-program.ts';

const FILE = 'depot.db';

function newBooks(folder = newFolder()): string {
  openBooks(folder).$client.exec(`INSERT INTO depots VALUES (1, 'HSHKB', 'Kaki Bukit', '', 'OWN', 1)`).close();
  return folder;
}

function lock(folder: string) {
  const held = lockFolder(folder);
  onTestFinished(() => held.release());
  return held;
}

/** A folder nobody may write, with everything in it. Its own parent can be entered, which a temporary one cannot. */
function readOnlyBooks(files: readonly string[]): string {
  const parent = newFolder();
  chmodSync(parent, 0o755);
  const folder = newBooks(path.join(parent, 'data'));
  lockFolder(folder).release();
  const modes = { 'lock.db': 0o666, 'owner.json': 0o666, [FILE]: 0o666 };
  for (const [name, mode] of Object.entries(modes)) {
    chmodSync(path.join(folder, name), files.includes(name) ? 0o444 : mode);
  }
  const isWhole = files.length === Object.keys(modes).length;
  chmodSync(folder, isWhole ? 0o555 : 0o777);
  onTestFinished(() => chmodSync(folder, 0o755));
  return folder;
}

describe('a data folder', () => {
  test('is made when it is not there, for its owner’s eyes only', () => {
    const folder = path.join(newFolder(), 'ProgramData', 'depot');
    lock(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test('is one program’s: the next one is told who has it, and may have it afterwards', () => {
    const folder = newFolder();
    const first = lock(folder);
    expect(() => lockFolder(folder)).toThrow(StartError);
    expect(() => lockFolder(folder)).toThrow(`process ${process.pid} on ${hostname()}, since 2`);
    first.release();
    lock(folder);
  });

  test('is said to be in use even when its owner did not come to write its name', () => {
    const folder = newFolder();
    lock(folder);
    writeFileSync(path.join(folder, 'owner.json'), '{"pid":');
    expect(() => lockFolder(folder)).toThrow(`Another program is using ${folder}: it does not say which.`);
  });

  test('cannot be a file, nor lie under one', () => {
    const file = path.join(newFolder(), 'notes.txt');
    writeFileSync(file, 'buy gas');
    expect(() => lockFolder(file)).toThrow(`The data folder ${file} cannot be`);
    expect(() => lockFolder(path.join(file, 'x'))).toThrow(`The data folder ${file}/x cannot be made`);
    expect(readFileSync(file, 'utf8')).toBe('buy gas');
  });

  test('with something else in the lock’s place is refused, and lets go of it', () => {
    const folder = newFolder();
    mkdirSync(path.join(folder, 'lock.db'));
    expect(() => lockFolder(folder)).toThrow(`The data folder ${folder} cannot be written`);
  });

  test('whose owner’s name cannot be written is left unlocked', () => {
    const folder = newFolder();
    mkdirSync(path.join(folder, 'owner.json'));
    expect(() => lockFolder(folder)).toThrow(`The data folder ${folder} cannot be written`);
    expect(() => lockFolder(folder)).not.toThrow('Another program');
  });
});

describe('given another program at work in the folder', () => {
  test('it is named; when it was killed, the folder opens with all it had saved', async () => {
    const folder = newBooks();
    const other = await startSecondProgram(folder);
    expect(other.said).toBe('open');
    const before = fingerprint(folder);
    expect(() => lockFolder(folder)).toThrow(
      `Another program is using ${folder}: process ${other.pid} on ${hostname()}`,
    );
    expect(fingerprint(folder)).toEqual(before);

    await other.kill();
    lock(folder);
    const { $client } = openBooks(folder);
    expect($client.prepare('SELECT name FROM depots').pluck().get()).toBe(`by process ${other.pid}`);
  });
});

/** What an administrator may write whatever it says can only be seen by somebody else. */
const READ_ONLY = canStartAsNobody()
  ? [
      { what: 'a read-only folder', files: ['lock.db', 'owner.json', FILE], says: 'cannot be written' },
      { what: 'books that are read-only in a folder that is not', files: [FILE], says: 'Check the rights' },
    ]
  : [];

test.each(READ_ONLY)('$what is refused, and stays as it is', async ({ files, says }) => {
  const folder = readOnlyBooks(files);
  const before = fingerprint(folder);
  const { said } = await startSecondProgram(folder, { asNobody: true });
  expect(said).toContain(says);
  expect(said).toMatch(/^StartError: .*\.$/);
  expect(fingerprint(folder)).toEqual(before);
});
