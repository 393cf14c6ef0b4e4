import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { compileFunction } from 'node:vm';
import { expect, test } from 'vitest';
import {
  isSumatraTray,
  packedSumatra,
  type PrintWithSumatra,
  sumatraOptions,
} from '../../../../src/main/adapters/windows/sumatra.ts';
import type { Paper } from '../../../../src/shared/roll-document.ts';

const bundle = createRequire(import.meta.url).resolve('pdf-to-printer');

type Loader = (module: object, exports: object, require: (name: string) => unknown, dirname: string) => void;

/** pdf-to-printer itself, made to believe that this is Windows; programs that it would start are noted. */
function loadPdfToPrinter(started: string[][]): PrintWithSumatra {
  const noted = (file: string, args: string[], done: (error: null, out: string) => void) => {
    started.push([file, ...args]);
    done(null, '');
  };
  const stubs: Record<string, unknown> = {
    os: { platform: () => 'win32' },
    fs: { existsSync: () => true },
    path: path.win32,
    // execFile names its own promise; the stand-in is an ordinary function.
    child_process: { execFile: noted },
    util: { promisify },
  };
  const loaded = { exports: {} as { print: PrintWithSumatra } };
  // Node's own wrapper of a CommonJS file, around the package's.
  const load = compileFunction(readFileSync(bundle, 'utf8'), ['module', 'exports', 'require', '__dirname']) as Loader;
  load(loaded, loaded.exports, (name) => stubs[name], 'C:\\pdf-to-printer\\dist');
  return loaded.exports.print;
}

const EXE = String.raw`C:\Program Files\Depot Console\SumatraPDF.exe`;
const PDF = String.raw`C:\Users\美\documents\2026\INV “Tan & Söhne” 发票.pdf`;

test.each<[Paper, number, string | null, string]>([
  ['A4', 1, null, 'noscale,paper=A4,1x'],
  ['A5', 2, 'Tray 2', 'noscale,bin=Tray 2,paper=A5,2x'],
  // Page 1's own size decides: no paper's name, no direction.
  ['ROLL80', 1, null, 'noscale,1x'],
  ['ROLL58', 3, 'Rolle', 'noscale,bin=Rolle,3x'],
])('the command line for %s, %d copies, tray %s', async (paper, copies, tray, settings) => {
  const started: string[][] = [];
  const print = loadPdfToPrinter(started);
  for (const queue of ['Till "A" & Co', '收银机 %PATH% ^1', '-x']) {
    await print(PDF, sumatraOptions(queue, tray, { paper, copies }, EXE));
    expect(started.pop()).toEqual([EXE, '-print-to', queue, '-silent', '-print-settings', settings, PDF]);
  }
});

test('SumatraPDF is found in the package, and beside the archive when the program is packed', () => {
  expect(existsSync(packedSumatra())).toBe(true);
  expect(packedSumatra()).toBe(path.join(path.dirname(bundle), 'SumatraPDF-3.4.6-32.exe'));
  const inArchive = '/opt/depot/resources/app.asar/node_modules/pdf-to-printer/dist/bundle.js';
  expect(packedSumatra(() => inArchive)).toBe(
    '/opt/depot/resources/app.asar.unpacked/node_modules/pdf-to-printer/dist/SumatraPDF-3.4.6-32.exe',
  );
});

test('a tray’s name that would read as two settings is none', () => {
  expect(['Tray 2', 'Zufuhr (manuell)', 'a,b', ''].map(isSumatraTray)).toEqual([true, true, false, false]);
});
