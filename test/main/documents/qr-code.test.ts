import createQrCode from 'qrcode-generator';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { QrCode, qrGridOf } from '../../../src/main/documents/qr-code.tsx';

/** Which modules a path makes dark: `M3 0h7v1h-7z` is row 0, columns 3 to 9. */
function darkModulesOf(path: string): Set<string> {
  const bars = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)].map((bar) => bar.slice(1).map(Number));
  return new Set(
    bars.flatMap(([x = 0, y = 0, width = 0]) => Array.from({ length: width }, (_, index) => `${x + index},${y}`)),
  );
}

test('the bars cover the dark modules and nothing else', () => {
  const { size, path } = qrGridOf('INV-KB1-2026-000123');
  const code = createQrCode(0, 'M');
  code.addData('INV-KB1-2026-000123');
  code.make();
  const dark = darkModulesOf(path);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) expect(dark.has(`${x},${y}`)).toBe(code.isDark(y, x));
  }
});

test('a document’s number needs 25 modules, a PayNow code about 50', () => {
  expect(qrGridOf('INV-KB1-2026-000123').size).toBe(25);
  expect(qrGridOf('0'.repeat(160)).size).toBe(53);
});

test('it is drawn as wide as asked, in black', () => {
  const markup = renderToStaticMarkup(createElement(QrCode, { grid: qrGridOf('x'), widthMm: 26 }));
  expect(markup).toContain('width="26mm" height="26mm" viewBox="0 0 21 21"');
  expect(markup).toContain('fill="#000"');
});
