import { gbBytes } from './gb18030.ts';

/** ESC t 16 on Epson's printers and on those that follow them. */
export const CODE_PAGE = 'windows1252';

const CODE_PAGE_CHARACTERS: ReadonlySet<string> = new Set(
  new TextDecoder('windows-1252')
    .decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
    .replaceAll(/\p{Cc}/gu, ''),
);

/** What word processors put in place of plain characters: plain again, they print the same on every printer. */
const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2026': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
};

/**
 * A text as a till printer may get it: composed, with plain quotes and dashes, and without any control character, so
 * that no customer's name can hold a command. Line breaks stay.
 */
export function printableText(text: string): string {
  return (
    text
      .normalize('NFC')
      .replaceAll(/\r\n?/g, '\n')
      // Invisible: soft hyphens, zero width spaces, marks of writing direction.
      .replaceAll(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
      .replaceAll(/[^\P{Cc}\n]/gu, ' ')
      .replaceAll(/./gu, (character) => PLAIN[character] ?? character)
  );
}

/** Whether a printer can set the text from its own letters; otherwise it takes a picture of them. */
export function hasLettersFor(text: string, hasChinese: boolean): boolean {
  return Array.from(text).every(
    (character) =>
      character === '\n' || CODE_PAGE_CHARACTERS.has(character) || (hasChinese && gbBytes(character) !== null),
  );
}

/** How many columns a text takes in one line: a letter one, a Chinese character two. */
export function columnsOf(text: string): number {
  return Array.from(text).reduce((columns, character) => columns + (isWide(character) ? 2 : 1), 0);
}

export function isWide(character: string): boolean {
  return !CODE_PAGE_CHARACTERS.has(character);
}

export type Piece = { letters: string } | { chinese: number[] };

/** A line in the pieces a printer takes it: letters of its code page, or the bytes of Chinese characters. */
export function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  for (const character of line) {
    const last = pieces.at(-1);
    if (isWide(character)) {
      const bytes = gbBytes(character) ?? [];
      if (last !== undefined && 'chinese' in last) last.chinese.push(...bytes);
      else pieces.push({ chinese: [...bytes] });
    } else if (last !== undefined && 'letters' in last) last.letters += character;
    else pieces.push({ letters: character });
  }
  return pieces;
}
