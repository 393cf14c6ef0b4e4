import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Printer, PrintOrder } from '../../../src/main/adapters/printer.ts';
import { openPrinters } from '../../../src/main/adapters/printers.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'depot-printers-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const TILL = {
  kind: 'escpos',
  host: '192.0.2.9',
  port: 9100,
  paper: 'ROLL80',
  hasChinese: true,
  hasDrawer: true,
} as const;
const NO_PROGRAMS = { PATH: '/nowhere' };
const noEscpos = () => expect.unreachable();

function order(): PrintOrder {
  const pdf = path.join(dir, 'a.pdf');
  writeFileSync(pdf, '%PDF');
  return { title: 'INV', pdf, roll: null, paper: 'A4', copies: 1, onHanded: () => undefined };
}

test('a till printer is opened by the one who knows how', () => {
  const till = {} as Printer;
  const printers = openPrinters({
    openEscpos(address) {
      expect(address).toBe(TILL);
      return till;
    },
  });
  expect(printers.open(TILL)).toBe(till);
});

test('a folder is a printer on every system', async () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    await openPrinters({ openEscpos: noEscpos, platform }).open({ kind: 'file', folder: dir }).print(order());
  }
  expect(readdirSync(dir).toSorted()).toEqual(['INV (2).pdf', 'INV (3).pdf', 'INV.pdf', 'a.pdf']);
});

test('on a computer without CUPS it is told what to install', async () => {
  const printers = openPrinters({ openEscpos: noEscpos, platform: 'linux', env: NO_PROGRAMS });
  const reason =
    'This computer has no CUPS to print with: install it (on Debian or Ubuntu the packages cups and cups-client).';
  await expect(printers.list()).rejects.toThrow(reason);
  const queue = printers.open({ kind: 'system', queue: 'till', tray: null });
  expect(await queue.print(order())).toEqual({ state: 'failed', reason, retry: false });
});

test('Windows is asked through its own PowerShell, and its absence is told', async () => {
  const env = { ...NO_PROGRAMS, SystemRoot: '/nowhere' };
  const printers = openPrinters({ openEscpos: noEscpos, platform: 'win32', env });
  await expect(printers.list()).rejects.toThrow('Windows does not tell its printers');
  expect(await printers.open({ kind: 'system', queue: 'Till', tray: null }).status()).toMatchObject({
    state: 'unreachable',
  });
});
