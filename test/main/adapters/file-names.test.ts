import { expect, test } from 'vitest';
import { safeFileName } from '../../../src/main/adapters/file-names.ts';

test.for([
  ['INV-KB1-2026-000123.pdf', 'INV-KB1-2026-000123.pdf'],
  ['a:b?c*d.pdf', 'a_b_c_d.pdf'],
  ['..', '_'],
  ['../../etc/passwd', '.._.._etc_passwd'],
  ['name. . ', 'name'],
  ['CON', '_CON'],
  ['nul.pdf', '_nul.pdf'],
  ['com1.tar.gz', '_com1.tar.gz'],
  ['console.pdf', 'console.pdf'],
  ['tab\there', 'tab_here'],
  ['福满楼.pdf', '福满楼.pdf'],
  ['', '_'],
])('%j becomes %j', ([name, safe]) => {
  expect(safeFileName(name!)).toBe(safe);
});

test('a long name is cut between characters and keeps its extension', () => {
  const name = safeFileName(`${'楼'.repeat(120)}.pdf`);
  expect(name).toMatch(/^楼+\.pdf$/);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
});
