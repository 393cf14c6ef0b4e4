import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPasswords } from '../../../src/main/adapters/passwords.ts';
import { openChromiumPdf } from '../../../src/main/adapters/pdf-chromium.ts';
import { lines } from '../../../src/main/demo/progress.ts';
import { runDemo } from '../../../src/main/demo/run-demo.ts';
import { findProgramFiles } from '../../../src/main/program-files.ts';
import { bundledFonts } from '../../helpers/bundled-fonts.ts';
import { pagesOf } from '../../helpers/pdf-contents.ts';

let folder: string;
let fonts: ReturnType<typeof bundledFonts>;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'depot-demo-test-'));
  fonts = bundledFonts();
});
afterEach(async () => {
  fonts.remove();
  await rm(folder, { recursive: true, force: true });
});

test('the whole demonstration ends well, with every invoice as PDF', async () => {
  const printed = { out: '', err: '', progress: '' };
  const code = await runDemo(['--data-dir', folder], {
    sample: findProgramFiles().sample,
    openPdf: () => Promise.resolve(openChromiumPdf()),
    options: { passwords: createPasswords(1024), fontsDir: fonts.dir },
    progress: lines((text) => (printed.progress += text)),
    out: (text) => (printed.out += text),
    err: (text) => (printed.err += text),
  });
  expect([code, printed.err]).toEqual([0, '']);
  expect(printed.progress).toBe('Keying slips: 79\nDrawing invoices: 65\n');
  expect(printed.out).toMatch(
    /^Invoices +65\nNet +18958\.58\nGST +1588\.41\nTotal +20546\.93\nCash taken +10173\.40$/m,
  );
  expect(printed.out).toMatch(/^CYL 9 kg +151 +49 +9 +0 +117$/m);
  expect(printed.out).toMatch(/^Audit: \d+ rows, whole, head [0-9a-f]{64}$/m);

  const documents = path.join(folder, 'documents', '2026');
  expect(printed.out).toContain(path.dirname(documents));
  const names = (await readdir(documents)).toSorted();
  expect(names).toHaveLength(65);
  const [first] = await pagesOf(await readFile(path.join(documents, names[0] ?? '')));
  expect(first).toContain('Tax Invoice');
  expect(first).toContain('Tan & Sons');
  expect(first).toContain('290.05');
});
