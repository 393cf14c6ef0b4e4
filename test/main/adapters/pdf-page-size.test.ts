import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pdfPageSize } from '../../../src/main/adapters/pdf-page-size.ts';
import { samplePdf } from '../../helpers/sample-pdf.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'depot-size-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function write(bytes: string | Buffer): string {
  const file = path.join(dir, 'a.pdf');
  writeFileSync(file, bytes);
  return file;
}

test('a roll’s page is measured in millimetres', async () => {
  const size = await pdfPageSize(write(samplePdf(80, 123.4, 'a receipt')));
  expect(size?.widthMm).toBeCloseTo(80, 1);
  expect(size?.heightMm).toBeCloseTo(123.4, 1);
});

test('a size that is not written in the open is not guessed', async () => {
  expect(await pdfPageSize(write('%PDF-1.7 compressed'))).toBeNull();
  expect(await pdfPageSize(write('/MediaBox [0 0 0 0]'))).toBeNull();
});

test('a file that is gone is told', async () => {
  await expect(pdfPageSize(path.join(dir, 'gone.pdf'))).rejects.toThrow(/ENOENT/);
});
