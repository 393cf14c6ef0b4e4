import { z } from 'zod';
import { fold } from './cells.ts';
import { addProblem, type Problems } from './problems.ts';
import { type CsvRow, readCsv } from './read-csv.ts';
import { quoted, reasonOf } from './reason-of.ts';
import type { SheetDefinition } from './sheets.ts';

export interface Row<Value> {
  line: number;
  /** As written, by column: what it says is checked even when something else in the row is wrong. */
  cells: Readonly<Record<string, string>>;
  /** `null` when a cell is not right. */
  value: Value | null;
}

export interface Sheet<Value> {
  file: string;
  rows: Row<Value>[];
  /** Whether every row could be told: else what seems to be missing from it may be there. */
  isWhole: boolean;
}

/** Reads one CSV file by its definition, noting all that is not right in itself. */
export function readSheet<Columns extends z.core.$ZodLooseShape>(
  definition: SheetDefinition<Columns>,
  text: string,
  problems: Problems,
): Sheet<z.output<z.ZodObject<Columns>>> {
  const { file } = definition;
  const { rows: all, broken } = readCsv(text);
  const [head, ...body] = all;
  const isUnread = head === undefined && broken !== null;
  const headings = isUnread ? [] : readHeadings(definition, head, problems);
  const schema = z.object(definition.columns);
  const rows = body
    .filter((row) => headings.length > 0 && hasAllCells(file, headings.length, row, problems))
    .map(({ line, cells: texts }): Row<z.output<typeof schema>> => {
      const cells = Object.fromEntries(headings.map((heading, index) => [heading, texts[index] ?? '']));
      const parsed = schema.safeParse(Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== '')));
      const reasons = reasonsOf(cells, parsed.error?.issues ?? []);
      for (const [column, reason] of reasons) addProblem(problems, { file, line, column, reason });
      return { line, cells, value: parsed.success && reasons.size === 0 ? parsed.data : null };
    });
  for (const columns of definition.unique) noteRepeated(file, rows, columns, problems);
  if (broken !== null) addProblem(problems, { file, column: '', ...broken });
  const hasAllColumns = Object.keys(definition.columns).every((column) => headings.includes(column));
  return { file, rows, isWhole: broken === null && hasAllColumns && rows.length === body.length };
}

/** What is wrong with each cell: one reason is enough to mend it. A column that is not there has been told of already. */
function reasonsOf(cells: Row<unknown>['cells'], issues: readonly z.core.$ZodIssue[]): Map<string, string> {
  const reasons = new Map(lostLetters(cells));
  for (const issue of issues) {
    const column = String(issue.path[0]);
    const cell = cells[column];
    if (cell !== undefined && !reasons.has(column))
      reasons.set(column, reasonOf(issue, cell === '' ? undefined : cell));
  }
  return reasons;
}

/** The columns in the order of the file; none when the first line is not one of headings. */
function readHeadings(definition: SheetDefinition, head: CsvRow | undefined, problems: Problems): string[] {
  const { file } = definition;
  const columns = Object.keys(definition.columns);
  const list = columns.join(',');
  if (head === undefined || !head.cells.some((cell) => columns.includes(cell))) {
    const reason = `The first line must name the columns, separated by commas: ${list}`;
    addProblem(problems, { file, line: head?.line ?? 1, column: '', reason });
    return [];
  }
  const { line, cells } = head;
  cells.forEach((column, index) => {
    if (column === '') addProblem(problems, { file, line, column, reason: `Column ${index + 1} has no name.` });
    else if (!columns.includes(column)) {
      addProblem(problems, { file, line, column, reason: `There is no such column. The columns are ${list}` });
    } else if (cells.indexOf(column) < index) {
      addProblem(problems, { file, line, column, reason: 'This column is there twice.' });
    }
  });
  for (const column of columns.filter((name) => !cells.includes(name))) {
    addProblem(problems, { file, line, column, reason: 'This column is missing.' });
  }
  return cells;
}

function hasAllCells(file: string, count: number, { line, cells }: CsvRow, problems: Problems): boolean {
  if (cells.length === count) return true;
  const reason = `This row has ${cells.length} values, but the first line names ${count} columns.`;
  addProblem(problems, { file, line, column: '', reason });
  return false;
}

/** Text that was not UTF-8 reaches us with U+FFFD in place of what could not be read. */
function lostLetters(cells: Row<unknown>['cells']): [string, string][] {
  return Object.entries(cells)
    .filter(([, cell]) => cell.includes('\uFFFD'))
    .map(([column, cell]) => [column, `${quoted(cell)} has lost letters: save the file as "CSV UTF-8" and try again.`]);
}

function noteRepeated(file: string, rows: Row<unknown>[], columns: readonly string[], problems: Problems): void {
  const [column = ''] = columns;
  const seen = new Map<string, number>();
  for (const { line, cells } of rows) {
    const parts = columns.map((name) => cells[name] ?? '');
    if (parts.includes('')) continue;
    const key = fold(parts.join('\n'));
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    else
      addProblem(problems, { file, line, column, reason: `${quoted(parts.join(', '))} is on line ${first} already.` });
  }
}
