import { CsvError, parse } from 'csv-parse/sync';

export interface CsvRow {
  /** Where it begins, counted from 1 as an editor does. */
  line: number;
  cells: string[];
}

export interface CsvText {
  rows: CsvRow[];
  /** Where the text stops being CSV; the rows before it are good. */
  broken: { line: number; reason: string } | null;
}

/** Of a file: many times a depot's customers, and little enough to hold in memory with every row's problems. */
const MOST_LINES = 100_000;

/**
 * Reads comma-separated text as spreadsheets write it: with or without a byte order mark, any kind of line end, cells in
 * quotes that may span lines. Empty lines and lines of commas only are no rows.
 */
export function readCsv(text: string): CsvText {
  // One kind of line end, because the parser counts CR LF inside quotes as two lines.
  const plain = text.replaceAll(/\r\n?/g, '\n');
  if (lineCount(plain) > MOST_LINES) {
    const reason = `This file has more than ${MOST_LINES} lines: bring it in in parts.`;
    return { rows: [], broken: { line: MOST_LINES + 1, reason } };
  }
  const rows: CsvRow[] = [];
  let lastLine = 0;
  const keep = (cells: string[], { lines }: { lines: number }): null => {
    lastLine = lines;
    const line = lines - cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    const trimmed = cells.map((cell) => cell.trim());
    if (trimmed.some((cell) => cell !== '')) rows.push({ line, cells: trimmed });
    return null;
  };
  try {
    parse(plain, {
      bom: true,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: keep,
    });
    return { rows, broken: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, broken: broken(error, lastLine) };
  }
}

function lineCount(text: string): number {
  let count = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

const ADVICE = 'Put the whole value in quotation marks and write those inside it twice, like "Tan ""Grill""".';

function broken({ code, lines }: CsvError, lastLine: number): CsvText['broken'] {
  const line = Number(lines);
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      // The parser noticed at the end of the file; the clerk looks where the row began.
      return { line: lastLine + 1, reason: 'A quotation mark opens in this row and never closes.' };
    case 'INVALID_OPENING_QUOTE':
      return { line, reason: `There is a quotation mark inside a value. ${ADVICE}` };
    case 'CSV_INVALID_CLOSING_QUOTE':
      return { line, reason: `Something follows the closing quotation mark of a value. ${ADVICE}` };
    default:
      return { line, reason: `This row is not comma-separated text (${code}).` };
  }
}
