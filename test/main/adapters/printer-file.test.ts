import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFilePrinter } from '../../../src/main/adapters/printer-file.ts';
import type { PrintOrder } from '../../../src/main/adapters/printer.ts';

let dir: string;
let folder: string;
let pdf: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'depot-printed-'));
  folder = path.join(dir, 'out tray');
  pdf = path.join(dir, 'a.pdf');
  mkdirSync(folder);
  writeFileSync(pdf, '%PDF-1.4 an invoice');
});
afterEach(() => rmSync(dir, { recursive: true }));

function order(title = 'INV-KB1-2026-000123', changes: Partial<PrintOrder> = {}): PrintOrder {
  return { title, pdf, roll: null, paper: 'A4', copies: 1, onHanded: () => expect.unreachable(), ...changes };
}

const open = (where = folder) => openFilePrinter({ kind: 'file', folder: where });

test('a document is saved under its title, whole', async () => {
  const file = path.join(folder, 'INV-KB1-2026-000123.pdf');
  expect(await open().print(order())).toEqual({ state: 'printed', proof: `saved as ${file}` });
  expect(readFileSync(file, 'utf8')).toBe('%PDF-1.4 an invoice');
  expect(readdirSync(folder)).toEqual(['INV-KB1-2026-000123.pdf']);
});

test('a name that is taken gets a number, also when two print at once; copies are one file', async () => {
  writeFileSync(path.join(folder, 'R 1.pdf'), 'something else');
  await Promise.all([1, 2, 3].map(() => open().print(order('R 1', { copies: 2 }))));
  expect(readdirSync(folder).toSorted()).toEqual(['R 1 (2).pdf', 'R 1 (3).pdf', 'R 1 (4).pdf', 'R 1.pdf']);
  expect(readFileSync(path.join(folder, 'R 1.pdf'), 'utf8')).toBe('something else');
});

test('a title stays inside the folder, however it reads and however long it is', async () => {
  await open().print(order('../../Tan & Söhne: 发票?'));
  for (const again of ['', '!']) await open().print(order('x'.repeat(300) + again));
  expect(readdirSync(dir).toSorted()).toEqual(['a.pdf', 'out tray']);
  expect(readdirSync(folder).toSorted()).toEqual([
    '.._.._Tan & Söhne_ 发票_.pdf',
    `${'x'.repeat(196)} (2).pdf`,
    `${'x'.repeat(196)}.pdf`,
  ]);
});

test.each([
  ['a relative path', () => 'out', '“out” is no full path of a folder: choose one in Settings → Printers.'],
  [
    'no folder',
    () => path.join(dir, 'gone'),
    'There is no folder DIR/gone: make it, or choose one in Settings → Printers.',
  ],
  ['a file', () => pdf, 'There is no folder DIR/a.pdf: make it, or choose one in Settings → Printers.'],
])('given %s, nothing is saved and it is told', async (_, where, words) => {
  const reason = words.replace('DIR', dir);
  expect(await open(where()).print(order())).toEqual({ state: 'failed', reason, retry: false });
  expect(await open(where()).status()).toEqual({ state: 'unreachable', words: reason });
  expect(readdirSync(dir).toSorted()).toEqual(['a.pdf', 'out tray']);
});

test('a document that is gone is told, and leaves nothing behind', async () => {
  const gone = path.join(dir, 'gone.pdf');
  const reason = `The document to print cannot be read any more (${gone}): make it again.`;
  expect(await open().print(order('a', { pdf: gone }))).toEqual({ state: 'failed', reason, retry: false });
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder is ready, has no queue to follow, and nothing to cancel', async () => {
  expect(await open().status()).toEqual({ state: 'ready', words: `Documents are saved in ${folder}.` });
  expect(await open().follow('x')).toEqual({
    state: 'uncertain',
    reason: `Look whether the document is in ${folder}.`,
  });
  expect(await open().cancel('x')).toBeUndefined();
});
