import { readFile } from 'node:fs/promises';

export interface PageSize {
  widthMm: number;
  heightMm: number;
}

const POINT_MM = 25.4 / 72;
const MEDIA_BOX = /\/MediaBox\s*\[\s*(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s*\]/;

/**
 * The size of a PDF's first page, or `null` where it is not written in the open. Chromium, which draws all documents
 * here, writes it so; that spares a whole PDF library for one rectangle.
 *
 * @throws when the file cannot be read.
 */
export async function pdfPageSize(file: string): Promise<PageSize | null> {
  const found = MEDIA_BOX.exec((await readFile(file)).toString('latin1'));
  if (found === null) return null;
  const [left = 0, bottom = 0, right = 0, top = 0] = found.slice(1).map(Number);
  const size = { widthMm: (right - left) * POINT_MM, heightMm: (top - bottom) * POINT_MM };
  return size.widthMm > 0 && size.heightMm > 0 ? size : null;
}
