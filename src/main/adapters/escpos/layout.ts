import { columnsOf, isWide } from './text.ts';

/** A figure that leaves less than this part of the line to the words gets a line of its own. */
const LEAST_FOR_WORDS = 1 / 3;

/** The lines of a text: broken between words and Chinese characters, and within a word only when it is too long alone. */
export function wrapText(text: string, columns: number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, columns));
}

/**
 * The lines of words on the left, wrapped beside a figure that stands at the right end of the first line; or below them,
 * where a number or a word would have to be broken for it.
 */
export function wrapBeside(left: string, right: string, columns: number): string[] {
  const room = columns - columnsOf(right) - 1;
  const longest = Math.max(...wordsOf(left).map((word) => columnsOf(word.trimEnd())));
  if (room < columns * LEAST_FOR_WORDS || (longest > room && longest <= columns)) {
    return [...wrapText(left, columns), ...wrapText(right, columns).map((line) => atRight('', line, columns))];
  }
  const [first = '', ...others] = wrapText(left, room);
  return [atRight(first, right, columns), ...others];
}

/** A line in the middle of the paper. */
export function inTheMiddle(line: string, columns: number): string {
  return ' '.repeat(Math.max(0, Math.floor((columns - columnsOf(line)) / 2))) + line;
}

function atRight(left: string, right: string, columns: number): string {
  return left + ' '.repeat(Math.max(0, columns - columnsOf(left) - columnsOf(right))) + right;
}

function wrapParagraph(paragraph: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(paragraph)) {
    if (columnsOf(line + word.trimEnd()) <= columns) {
      line += word;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    const pieces = breakWord(word, columns);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return [...lines, line.trimEnd()];
}

/** Words with the spaces behind them; a Chinese character is a word of its own. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let joins = false;
  for (const character of text) {
    const last = words.at(-1);
    const isSpace = character === ' ';
    if (last !== undefined && (isSpace || (joins && !isWide(character)))) words[words.length - 1] = last + character;
    else words.push(character);
    joins = !isSpace && !isWide(character);
  }
  return words;
}

function breakWord(word: string, columns: number): string[] {
  const pieces = [''];
  for (const character of word.trimEnd()) {
    const last = pieces.at(-1) ?? '';
    if (columnsOf(last + character) <= columns) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  pieces[pieces.length - 1] += word.slice(word.trimEnd().length);
  return pieces;
}
