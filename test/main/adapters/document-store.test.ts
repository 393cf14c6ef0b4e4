import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DocumentDamagedError, openDocumentStore } from '../../../src/main/adapters/document-store.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'depot-documents-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const pdf = Buffer.from('%PDF-1.4 an invoice');

test('a document is kept under its name and read back', async () => {
  const store = await openDocumentStore(dir);
  const stored = await store.write('2026/INV-KB1-2026-000123.pdf', pdf);
  expect(stored).toEqual({
    path: '2026/INV-KB1-2026-000123.pdf',
    sha256: createHash('sha256').update(pdf).digest('hex'),
    bytes: pdf.length,
  });
  expect(await store.read(stored)).toEqual(pdf);
  expect(readFileSync(store.locate(stored))).toEqual(pdf);
  expect(readdirSync(path.join(dir, '2026'))).toEqual(['INV-KB1-2026-000123.pdf']);
});

test('rendering it again replaces it', async () => {
  const store = await openDocumentStore(dir);
  const first = await store.write('a.pdf', pdf);
  const second = await store.write('a.pdf', Buffer.from('another'));
  expect((await store.read(second)).toString()).toBe('another');
  await expect(store.read(first)).rejects.toThrow(DocumentDamagedError);
});

test('a changed or missing file is told, not handed out', async () => {
  const store = await openDocumentStore(dir);
  const stored = await store.write('a.pdf', pdf);
  writeFileSync(store.locate(stored), 'tampered');
  await expect(store.read(stored)).rejects.toThrow('The file a.pdf is not the one that was stored.');
  rmSync(store.locate(stored));
  await expect(store.read(stored)).rejects.toThrow('The file a.pdf cannot be read.');
});

test('a name is made safe and cannot leave the folder', async () => {
  const store = await openDocumentStore(dir);
  expect((await store.write('../out: side?.pdf', pdf)).path).toBe('_/out_ side_.pdf');
  expect(() => store.locate({ path: '../elsewhere.pdf' })).toThrow(RangeError);
});

test('what a crash left half written is gone at the next start', async () => {
  const store = await openDocumentStore(dir);
  await store.write('2026/a.pdf', pdf);
  writeFileSync(path.join(dir, '2026', '.writing-00000000-0000-4000-8000-000000000000'), 'half a docu');
  await openDocumentStore(dir);
  expect(readdirSync(path.join(dir, '2026'))).toEqual(['a.pdf']);
});

test('a document that cannot be written leaves nothing behind', async () => {
  const store = await openDocumentStore(dir);
  await store.write('taken/a.pdf', pdf);
  await expect(store.write('taken', pdf)).rejects.toThrow(/EISDIR|EPERM|ENOTEMPTY|EEXIST/);
  expect(readdirSync(dir)).toEqual(['taken']);
});

test('documents written at the same time do not mix', async () => {
  const store = await openDocumentStore(dir);
  const names = Array.from({ length: 20 }, (_, index) => `2026/INV-${index}.pdf`);
  const stored = await Promise.all(names.map((name) => store.write(name, Buffer.from(name))));
  for (const document of stored) expect((await store.read(document)).toString()).toBe(document.path);
});
