import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeDeadProfiles } from '../../../src/main/adapters/chromium-profiles.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'profiles-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function leave(name: string): void {
  mkdirSync(path.join(folder, name, 'Default'), { recursive: true });
  writeFileSync(path.join(folder, name, 'Default/Cookies'), '');
}

test('the profiles of a host that was killed are removed, those of a living one stay', async () => {
  for (const name of ['depot-pdf-4711-aB3xYz', 'depot-pdf-4711-Qq9', 'depot-pdf-4712-aB3xYz']) leave(name);
  await removeDeadProfiles(folder, (pid) => pid === 4712);
  expect(readdirSync(folder)).toEqual(['depot-pdf-4712-aB3xYz']);
});

test('this process lives, and the highest process id there can be does not', async () => {
  leave(`depot-pdf-${process.pid}-aB3xYz`);
  leave('depot-pdf-2147483647-aB3xYz');
  await removeDeadProfiles(folder);
  expect(readdirSync(folder)).toEqual([`depot-pdf-${process.pid}-aB3xYz`]);
});

test('whatever else lies in the temp folder is nobody’s business', async () => {
  const others = ['depot-chromium-153', 'depot-pdf-', 'depot-pdf-x-1', 'my-depot-pdf-4711-aB3xYz'];
  for (const name of others) leave(name);
  await removeDeadProfiles(folder, () => false);
  expect(readdirSync(folder).toSorted()).toEqual(others);
});

test('a temp folder that cannot be read stops nothing', async () => {
  await expect(removeDeadProfiles(path.join(folder, 'nowhere'))).resolves.toBeUndefined();
});
