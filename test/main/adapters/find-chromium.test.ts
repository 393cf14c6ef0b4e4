import { expect, test } from 'vitest';
import { findChromium, installedChromiumPaths, NoChromiumError } from '../../../src/main/adapters/find-chromium.ts';

test('the browser that is named is taken', async () => {
  expect(await findChromium({ DEPOT_CHROMIUM: process.execPath })).toEqual({ path: process.execPath, sandbox: true });
});

test('a named browser that is not there is said, and no other taken in its place', async () => {
  const search = findChromium({ DEPOT_CHROMIUM: '/nowhere/chrome' });
  await expect(search).rejects.toThrow(NoChromiumError);
  await expect(search).rejects.toThrow('DEPOT_CHROMIUM names /nowhere/chrome, where there is no program.');
});

test('on Windows, Chrome is preferred and Edge is found where it is always installed', () => {
  const env = { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' };
  expect(installedChromiumPaths('win32', env)).toEqual([
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ]);
});
