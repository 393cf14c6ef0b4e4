import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromiumPdf, type ChromiumPdfRenderer } from '../../../src/main/adapters/pdf-chromium.ts';
import { pagesOf, pageSizesOf } from '../../helpers/pdf-contents.ts';

let renderer: ChromiumPdfRenderer;

beforeAll(async () => {
  renderer = openChromiumPdf();
  await renderer.warm();
});
afterAll(() => renderer.close());

/** A document of so many lines, 10 mm each. */
function lines(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => `<p>line ${index + 1}</p>`).join('');
  return `<!doctype html><html lang="en"><head><title>t</title><style>@page { margin: 0; } body, p { margin: 0; } p { height: 10mm; }</style></head><body>${rows}</body></html>`;
}

test.for([
  [80, 1, 81],
  [80, 12, 122],
  [80, 60, 602],
  [58, 60, 602],
])('on %i mm paper, %i lines of 10 mm are one page of %i mm', async ([widthMm, count, heightMm]) => {
  const pdf = await renderer.render(lines(count!), { widthMm: widthMm! });
  const [page, ...more] = await pageSizesOf(pdf);
  expect(more).toEqual([]);
  expect(page?.widthMm).toBeCloseTo(widthMm!, 0);
  expect(Math.abs(page!.heightMm - heightMm!)).toBeLessThanOrEqual(1);
  const [text] = await pagesOf(pdf);
  expect(text).toContain(`line ${count}`);
});

test('a line that has to wrap makes the roll longer', async () => {
  const words = `<!doctype html><style>@page { margin: 0; } body { margin: 0; font: 16px sans-serif; }</style>${'gas '.repeat(400)}`;
  const [wide] = await pageSizesOf(await renderer.render(words, { widthMm: 80 }));
  const [narrow] = await pageSizesOf(await renderer.render(words, { widthMm: 58 }));
  expect(wide!.heightMm).toBeGreaterThan(120);
  expect(narrow!.heightMm).toBeGreaterThan(wide!.heightMm * 1.3);
});

test('a roll neither runs a script nor leaves the next document on a roll', async () => {
  const sly = lines(1).replace('</body>', '<script>document.body.innerHTML = "x<br>".repeat(500)</script></body>');
  const [roll] = await pageSizesOf(await renderer.render(sly, { widthMm: 80 }));
  expect(roll?.heightMm).toBeLessThan(85);
  const a4 = lines(1).replace('@page { margin: 0; }', '@page { size: A4; }');
  const [page] = await pageSizesOf(await renderer.render(a4));
  expect(page?.widthMm).toBeCloseTo(210, 0);
});

test('a picture is as wide as asked, as high as its content, and black on white', async () => {
  const html = `<!doctype html><style>body { margin: 0; } i { display: block; height: 30px; width: 50%; background: black; }</style><i></i><p style="margin: 0; height: 20px"></p>`;
  const png = PNG.sync.read(Buffer.from(await renderer.picture(html, 384)));
  expect([png.width, png.height]).toEqual([384, 50]);
  const at = (x: number, y: number) => [...png.data.subarray((y * 384 + x) * 4, (y * 384 + x) * 4 + 4)];
  expect(at(10, 10)).toEqual([0, 0, 0, 255]);
  expect(at(300, 10)).toEqual([255, 255, 255, 255]);
  expect(at(10, 45)).toEqual([255, 255, 255, 255]);
});
