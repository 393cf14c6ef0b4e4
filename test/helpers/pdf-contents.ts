import { extractText, getDocumentProxy } from 'unpdf';

/** The text of each page, spaces and line ends as one space. */
export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  // The reader takes the buffer over, so it gets one of its own.
  const document = await getDocumentProxy(Uint8Array.from(pdf));
  const { text } = await extractText(document, { mergePages: false });
  return text.map((page) => page.replaceAll(/\s+/g, ' '));
}

/** Names of the fonts embedded in a PDF made by Chromium, which leaves font dictionaries uncompressed. */
export function embeddedFontsOf(pdf: Uint8Array): Set<string> {
  const source = Buffer.from(pdf).toString('latin1');
  return new Set([...source.matchAll(/\/BaseFont\s*\/[A-Z]{6}\+([\w-]+)/g)].map((match) => match[1] ?? ''));
}

/** How far to the right any text of a PDF reaches, in mm from the left edge of the paper. */
export async function rightEdgeOf(pdf: Uint8Array): Promise<number> {
  const document = await getDocumentProxy(Uint8Array.from(pdf));
  let edge = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) {
      // The reader makes blank items up to fill the gaps between words.
      if ('str' in item && item.str.trim() !== '') edge = Math.max(edge, Number(item.transform[4]) + item.width);
    }
  }
  return (edge / 72) * 25.4;
}

/** Width and height of each page in mm. */
export async function pageSizesOf(pdf: Uint8Array): Promise<{ widthMm: number; heightMm: number }[]> {
  const document = await getDocumentProxy(Uint8Array.from(pdf));
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map((number) => document.getPage(number)));
  return pages.map(({ view: [left = 0, bottom = 0, right = 0, top = 0] }) => ({
    widthMm: ((right - left) / 72) * 25.4,
    heightMm: ((top - bottom) / 72) * 25.4,
  }));
}
