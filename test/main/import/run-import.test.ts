import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPasswords } from '../../../src/main/adapters/passwords.ts';
import { openConsole } from '../../../src/main/console.ts';
import { runImport } from '../../../src/main/import/run-import.ts';
import { noPdf } from '../../helpers/open-test-console.ts';
import { sampleFiles } from '../../helpers/sample-folder.ts';

let home: string;
let folder: string;
let dataDir: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'depot-import-'));
  folder = path.join(home, 'lists');
  dataDir = path.join(home, 'books');
  await fill(sampleFiles());
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function fill(files: Record<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
}

/** What the program would print, and its exit code. */
async function run(...args: string[]) {
  const printed = { out: '', err: '' };
  const code = await runImport(args, {
    open: (books) => openConsole({ dataDir: books, pdf: noPdf, passwords: createPasswords(1024) }),
    out: (text) => (printed.out += text),
    err: (text) => (printed.err += text),
  });
  return { code, ...printed };
}

describe('npm run import', () => {
  test('prints what came in, and each password once', async () => {
    const first = await run(folder, '--data-dir', dataDir);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/^customers +48 +0$/m);
    expect(first.out).toMatch(/^ {2}counter1 +\w{4}-\w{4}-\w{4}$/m);
    const second = await run(folder, '--data-dir', dataDir);
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(second.out).toMatch(/^customers +0 +48$/m);
    expect(second.out).not.toContain('password');
  });

  test('prints every problem on a line of its own, as editors open them', async () => {
    await fill({ 'rates.csv': 'customer,sku,rate,from\nC0001,CYL-8,1,2026-01-01\nC0001,CYL-9,1.2.3,2026-01-01\n' });
    await fill({ 'notes.txt': 'call the plant', '.hidden': '' });
    const { code, out, err } = await run(folder, '--data-dir', dataDir);
    expect([code, out]).toEqual([1, '']);
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^notes\.txt: This is not a file of an import\./),
      'rates.csv:2 sku: "CYL-8" is neither in equipment.csv nor in the books.',
      'rates.csv:3 rate: "1.2.3" must be a rate, not negative, like "2.8504".',
      'Nothing was imported.',
      '',
    ]);
  });

  test.each([
    ['a folder that is not there', () => ['/nowhere/at/all'], /^There is no folder \/nowhere\/at\/all\.\n$/],
    ['a file', () => [path.join(folder, 'rates.csv')], /rates\.csv is a file: name the folder it lies in\.\n$/],
    ['a folder without lists', () => [home], /^There is nothing to import in .*\n$/],
    ['no folder', () => [], /^Say which one folder to import\. See --help\.\n$/],
    ['an option it does not know', () => ['--force'], /^Unknown option '--force'.* See --help\.\n$/],
  ])('refuses %s in one sentence', async (_, args, sentence) => {
    const { code, out, err } = await run(...args(), '--data-dir', dataDir);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(sentence);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('refuses books that are in use, and says by whom', async () => {
    const open = await openConsole({ dataDir, pdf: noPdf });
    const { code, err } = await run(folder, '--data-dir', dataDir);
    await open.close();
    expect(code).toBe(1);
    expect(err).toMatch(/^Another program is using .*: process \d+ on .*\n$/);
  });

  test('explains itself', async () => {
    expect(await run('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('npm run import -- DIR') as string,
    });
  });
});
