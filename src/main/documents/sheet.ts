export const INK = '#1c2733';
export const MUTED = '#5d6975';
export const HAIRLINE = '#d8dee4';
export const ACCENT = '#0e5f73';

export const FONT_STACK = "Inter, 'Noto Sans SC', 'Noto Sans Tamil', sans-serif";

/** What stands at the foot of each page. */
export interface PageFoot {
  /** May have two lines. */
  left: string;
  middle: string;
  /** Words before, between and after the page's number and the count of pages. */
  page: (number: string, count: string) => string;
}

const PAGE = '\u{E000}';
const PAGES = '\u{E001}';

/** Paper for a laser printer. */
export type Sheet = 'A4' | 'A5';

const MARGINS: Record<Sheet, string> = { A4: '16mm 18mm 22mm', A5: '12mm 13mm 18mm' };

/** CSS for a sheet: its margins, the foot of each page in them, and the letter all text is set in. */
export function sheetCss(sheet: Sheet, foot: PageFoot): string {
  const right = cssString(foot.page(PAGE, PAGES))
    .replace(PAGE, '" counter(page) "')
    .replace(PAGES, '" counter(pages) "');
  return `
@page {
  size: ${sheet};
  margin: ${MARGINS[sheet]};
  @bottom-left { content: ${cssString(foot.left)}; ${FOOT_STYLE} text-align: left; white-space: pre; }
  @bottom-center { content: ${cssString(foot.middle)}; ${FOOT_STYLE} font-weight: 600; }
  @bottom-right { content: ${right}; ${FOOT_STYLE} text-align: right; }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  color: ${INK};
  font: 400 9.5pt/1.45 ${FONT_STACK};
  /* Inter turns "->" into an arrow and "2x3" into a product: a name is printed as it was typed. */
  font-variant-ligatures: none;
  overflow-wrap: anywhere;
}
p, h1, h2, dl, dd { margin: 0; }
h1, h2, th { font-weight: 600; }
`;
}

const FOOT_STYLE = `font: 400 7.5pt ${FONT_STACK}; color: ${MUTED}; vertical-align: top; padding-top: 5mm;`;

/** Text as a CSS string that can neither end the string nor the style element. */
export function cssString(text: string): string {
  const escaped = text.replaceAll(/["\\<>&\n\r\f\0]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}
