import { PNG } from 'pngjs';
import { afterAll, expect, test } from 'vitest';
import { escposBytes } from '../../../src/main/adapters/escpos/bytes.ts';
import type { Bitmap } from '../../../src/main/adapters/escpos/raster.ts';
import { openChromiumPdf } from '../../../src/main/adapters/pdf-chromium.ts';
import { openTextPictures, type PicturedText } from '../../../src/main/adapters/text-pictures.ts';
import { bundledFonts } from '../../helpers/bundled-fonts.ts';
import { decodeEscpos, linesOf } from '../../helpers/escpos-decode.ts';
import { paperHtml } from '../../helpers/escpos-paper.ts';
import { sampleReceipt } from '../../helpers/sample-receipt.ts';

const pdf = openChromiumPdf();
const fonts = bundledFonts();
const pictures = openTextPictures(pdf, fonts);
afterAll(async () => {
  await pdf.close();
  fonts.remove();
});

function draw(text: string, more: Partial<PicturedText> = {}): Promise<Bitmap> {
  return pictures.draw({ text, bold: false, large: false, align: 'left', ...more }, 384);
}

/** The first and last column with a black dot, and how many black dots there are. */
function inkOf({ width, height, bytes }: Bitmap): { from: number; to: number; dots: number } {
  const columns: number[] = [];
  for (let dot = 0; dot < width * height; dot += 1) {
    if (((bytes[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0) columns.push(dot % width);
  }
  return { from: Math.min(...columns), to: Math.max(...columns), dots: columns.length };
}

test('a line is as wide as the paper and as high as a printer’s own', async () => {
  expect(await draw('福满楼')).toMatchObject({ width: 384, height: 30 });
  expect(await draw('முருகன்', { large: true })).toMatchObject({ width: 384, height: 60 });
});

test('Chinese and Tamil letters are drawn, not the boxes of a font that lacks them', async () => {
  // Boxes are all alike.
  const drawn = await Promise.all(['福', '满', '楼', 'மு', 'ரு', 'க'].map((letter) => draw(`Mr ${letter}`)));
  const different = new Set(drawn.map(({ bytes }) => Buffer.from(bytes).toString('hex')));
  expect(different.size).toBe(6);
  // A Chinese character is as wide as two of the printer's letters.
  const { from, to } = inkOf(await draw('福满楼餐室'));
  expect(to - from).toBeGreaterThan(5 * 20);
  expect(to - from).toBeLessThanOrEqual(5 * 24);
});

test('a figure ends at the right edge, long words wrap beside it, bold is darker', async () => {
  const line = await draw('福满楼', { right: '$38.00' });
  expect(inkOf(line).to).toBeGreaterThan(384 - 4);
  const long = await draw('液化石油气换气服务费用及煤气炉安装检查费用', { right: '$38.00' });
  expect(long.height).toBe(60);
  const bold = await draw('福满楼', { right: '$38.00', bold: true });
  expect(inkOf(bold).dots).toBeGreaterThan(inkOf(line).dots * 1.1);
});

test('a centred name stands in the middle', async () => {
  const { from, to } = inkOf(await draw('福满楼', { align: 'center' }));
  expect(Math.abs((from + to) / 2 - 384 / 2)).toBeLessThan(3);
});

test.for([
  ['ROLL80', true, 576],
  ['ROLL80', false, 576],
  ['ROLL58', true, 384],
  ['ROLL58', false, 384],
] as const)('a receipt for 福满楼 on %s, Chinese ROM: %s', async ([paper, hasChinese, dots]) => {
  const receipt = sampleReceipt('福满楼 முருகன்');
  const bytes = await escposBytes(receipt, { paper, hasChinese, hasDrawer: true, copies: 1, pictures });
  const commands = decodeEscpos(bytes);
  expect(linesOf(commands).filter((line) => line.startsWith('[picture'))).toEqual([`[picture ${dots} x 30]`]);
  const paperPng = await pdf.picture(
    paperHtml(commands, paper, (text) => fonts.cssFor(text)),
    dots,
  );
  expect(PNG.sync.read(Buffer.from(paperPng)).width).toBe(dots);
});
