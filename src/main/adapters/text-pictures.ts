import { PNG } from 'pngjs';
import type { Bitmap } from './escpos/raster.ts';
import type { Fonts } from './fonts.ts';
import type { PdfRenderer } from './pdf.ts';

/** Words a printer has no letters for. */
export interface PicturedText {
  text: string;
  /** A figure at the right end of the first line. */
  right?: string;
  bold: boolean;
  large: boolean;
  align: 'left' | 'center';
}

/** Draws words as dots, for printers that lack their letters. */
export interface TextPictures {
  /**
   * A picture as wide as asked and as high as its lines.
   *
   * @throws PdfTimeoutError, NoChromiumError
   */
  draw(words: PicturedText, widthDots: number): Promise<Bitmap>;
}

/** Names come again: a depot's customers of one day fit. */
const KEPT = 500;

/** Pictures drawn by the engine that draws the PDFs, with the same fonts. The last ones drawn are kept. */
export function openTextPictures(pdf: Pick<PdfRenderer, 'picture'>, fonts: Fonts): TextPictures {
  const kept = new Map<string, Bitmap>();
  return {
    async draw(words, widthDots) {
      const key = JSON.stringify([words, widthDots]);
      const known = kept.get(key);
      const bitmap = known ?? blackAndWhite(await pdf.picture(pageOf(words, fonts), widthDots));
      kept.delete(key);
      kept.set(key, bitmap);
      const oldest = kept.keys().next();
      if (kept.size > KEPT && oldest.done !== true) kept.delete(oldest.value);
      return bitmap;
    },
  };
}

/** As bright as this or brighter is white. Above the middle: thin strokes keep their grey edges, and stay whole. */
const WHITE_FROM = 150;

function blackAndWhite(png: Uint8Array): Bitmap {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  const rowBytes = Math.ceil(width / 8);
  const bytes = new Uint8Array(rowBytes * height);
  for (let dot = 0; dot < width * height; dot += 1) {
    const [red = 255, green = 255, blue = 255] = data.subarray(dot * 4, dot * 4 + 3);
    if (0.3 * red + 0.59 * green + 0.11 * blue >= WHITE_FROM) continue;
    const column = dot % width;
    const at = ((dot - column) / width) * rowBytes + (column >> 3);
    bytes[at] = (bytes[at] ?? 0) | (0x80 >> (column & 7));
  }
  return { width, height, bytes };
}

/** Sizes in dots, those of a printer's own letters: 24 high in lines of 30, a Chinese character as wide as two letters. */
const CSS =
  'body{margin:0;background:#fff;color:#000;white-space:pre-wrap;overflow-wrap:anywhere;' +
  "font:400 23px/30px Inter,'Noto Sans SC','Noto Sans Tamil',sans-serif}" +
  'p{margin:0;display:flex;gap:12px}.bold{font-weight:600}.large{font-size:44px;line-height:60px}' +
  '.left{flex:1}.center{flex:1;text-align:center}.right{white-space:pre}';

function pageOf({ text, right = '', bold, large, align }: PicturedText, fonts: Fonts): string {
  const classes = [bold ? 'bold' : '', large ? 'large' : ''].filter(Boolean).join(' ');
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">` +
    `<title>words</title><style>${fonts.cssFor(text + right)}\n${CSS}</style></head><body><p class="${classes}">` +
    `<span class="${align}">${escapeHtml(text)}</span>` +
    (right === '' ? '' : `<span class="right">${escapeHtml(right)}</span>`) +
    '</p></body></html>'
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
