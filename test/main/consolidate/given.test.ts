import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { toDatabase } from '../../../src/main/consolidate/columns.ts';
import { readKeys } from '../../../src/main/consolidate/keys.ts';
import { parseConsolidateOptions } from '../../../src/main/consolidate/options.ts';
import { createRowCheck } from '../../../src/main/consolidate/row-check.ts';
import { runConsolidate } from '../../../src/main/consolidate/run-consolidate.ts';

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'depot-keys-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

function newKey(): string {
  return generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }).toString();
}

test('keys are given one by one or as a folder, and only one for a site', () => {
  const keys = folder();
  const [mine, other] = [newKey(), newKey()];
  writeFileSync(path.join(keys, 'KB1.pem'), mine);
  writeFileSync(path.join(keys, 'TU2.pem'), other);
  writeFileSync(path.join(keys, 'notes.txt'), 'not a key');
  expect([...readKeys([keys]).entries()]).toEqual([
    ['KB1', mine],
    ['TU2', other],
  ]);
  expect(readKeys([keys, `KB1=${path.join(keys, 'KB1.pem')}`]).size).toBe(2);
  expect(() => readKeys([keys, `KB1=${path.join(keys, 'TU2.pem')}`])).toThrow(
    'Two different keys are given for the site KB1.',
  );
  expect(() => readKeys([`KB1=${path.join(keys, 'notes.txt')}`])).toThrow('notes.txt is not a public key.');
  expect(() => readKeys([`KB1=${path.join(keys, 'gone.pem')}`])).toThrow('There is no file ');
  expect(() => readKeys(['gone'])).toThrow('gone is neither SITE=FILE nor a folder of keys. See --help.');
});

test('the password comes from the environment or from the URL, and no message holds it', async () => {
  const given = (url: string) => ['a.zip', '--key', 'KB1=k.pem', '--database', url];
  const env = { DEPOT_DATABASE_PASSWORD: 'from afar' };
  expect(parseConsolidateOptions(given('mysql://group@db.example/books'), env)).toEqual({
    bundles: ['a.zip'],
    keys: ['KB1=k.pem'],
    address: { host: 'db.example', port: 3306, user: 'group', password: 'from afar', database: 'books' },
  });
  expect(parseConsolidateOptions(given('mysql://group:p%40ss@db.example:4000/books'), env)?.address).toMatchObject({
    port: 4000,
    password: 'p@ss',
  });
  const printed: string[] = [];
  const say = (text: string) => printed.push(text);
  for (const url of ['postgres://group:secret@host/books', 'mysql://group:secret@host', 'secret']) {
    expect(await runConsolidate(given(url), { env: {}, out: say, err: say })).toBe(1);
  }
  expect(printed).toEqual(printed.map(() => 'The --database must read mysql://USER@HOST/NAME. See --help.\n'));
  expect(await runConsolidate(['--help'], { env, out: say, err: say })).toBe(0);
  expect(printed.join('')).not.toMatch(/secret|from afar/);
});

test('what is no bundle, and no database that answers, is told in a sentence', async () => {
  const keys = folder();
  const notes = path.join(keys, 'notes.zip');
  writeFileSync(notes, 'buy gas');
  const printed = { out: '', err: '' };
  const code = await runConsolidate([notes, '--key', keys, '--database', 'mysql://group:secret@127.0.0.1:1/books'], {
    env: {},
    out: (text) => (printed.out += text),
    err: (text) => (printed.err += text),
  });
  expect({ code, ...printed }).toEqual({
    code: 1,
    out: '',
    err: `${notes}: REFUSED. It cannot be read: it is cut short.
The database books at 127.0.0.1:1 does not answer (ECONNREFUSED). What was being loaded does not count; run the same again later.
`,
  });
});

test('a newer version’s columns and files are not lost without a word', () => {
  const check = createRowCheck();
  check.onRow('commits', { seq: 1, instant: '2026-01-20T01:00:00.000Z' });
  expect(check.problems({ schema: 6 })).toEqual([]);
  check.onRow('invoices', { id: 1, colour: 'blue' });
  check.onRow('invoices', { id: 2, colour: 'red' });
  check.onRow('vouchers', { id: 1 });
  expect(check.problems({ schema: 9 })).toEqual([
    'It was made by a newer version (schema 9) and holds what this program does not know: colour in invoices.ndjson, vouchers.ndjson. Update it and load again.',
  ]);
});

test('values go into the database as they are; instants lose their letters, and stay UTC', () => {
  expect(toDatabase('instant', '2026-01-20T16:05:00.123Z')).toBe('2026-01-20 16:05:00.123');
  expect(toDatabase('day', '2026-01-20')).toBe('2026-01-20');
  expect(toDatabase('cents', 7957)).toBe(7957);
  expect(toDatabase('flag', true)).toBe(1);
  expect(toDatabase('text', null)).toBe(null);
  expect(() => toDatabase('text', { a: 1 })).toThrow('it is neither text nor a number');
});
