import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readKeyFile } from '../../../src/main/adapters/key-file.ts';

function newFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'depot-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'keys', 'tokens.key');
}

test('a key is made once and stays the same: whoever is signed in stays so over a restart', () => {
  const file = newFile();
  const key = readKeyFile(file);
  expect(key).toHaveLength(32);
  expect(readKeyFile(file)).toEqual(key);
  expect(readdirSync(path.dirname(file))).toEqual(['tokens.key']);
});

test('no two folders share a key', () => {
  expect(readKeyFile(newFile())).not.toEqual(readKeyFile(newFile()));
});

test('only those who run the console may read it', () => {
  const file = newFile();
  readKeyFile(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
});

test.each([0, 31, 33])('a file of %i bytes is no key: it is told what to do, and the file stays', (length) => {
  const file = newFile();
  readKeyFile(file);
  writeFileSync(file, Buffer.alloc(length));
  expect(() => readKeyFile(file)).toThrow(`${file} is not a key: restore it, or remove it to sign everyone out.`);
  expect(statSync(file).size).toBe(length);
});
