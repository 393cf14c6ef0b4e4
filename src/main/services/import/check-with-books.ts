import { GOODS_CONDITIONS } from '../../../shared/contract/stock.ts';
import type { Books } from './books.ts';
import { fold } from './cells.ts';
import { addProblem, type Problems } from './problems.ts';
import { COMPANY_FILE } from './read-company.ts';
import type { ImportFolder } from './read-folder.ts';
import type { Row, Sheet } from './read-sheet.ts';
import { quoted } from './reason-of.ts';
import * as sheets from './sheets.ts';
import type { SheetDefinition } from './sheets.ts';

type AnySheet = Sheet<unknown> | null;
type Knows = (code: string) => boolean;

/** Notes what does not fit together: files with each other, and files with the books. */
export function checkWithBooks(folder: ImportFolder, books: Books, problems: Problems): void {
  checkSite(folder, books, problems);
  noteTaken(folder.users, 'username', books.users, ['employeeId', books.employeeIds], problems);
  noteTaken(folder.equipment, 'sku', books.equipment, ['barcode', books.barcodes], problems);
  noteTaken(folder.customers, 'code', books.customers, ['email', books.emails], problems);
  const depots = knowing(folder.depots, 'code', books.depots);
  const customers = knowing(folder.customers, 'code', books.customers);
  const skus = knowing(folder.equipment, 'sku', books.equipment);
  const drivers = knowingDrivers(folder.users, books.users);
  noteUnknown(folder.users, 'depot', depots, isNotIn(sheets.depots), problems);
  noteUnknown(folder.rates, 'customer', customers, isNotIn(sheets.customers), problems);
  noteUnknown(folder.rates, 'sku', skus, isNotIn(sheets.equipmentItems), problems);
  noteUnknown(folder.opening, 'sku', skus, isNotIn(sheets.equipmentItems), problems);
  noteUnknown(placedAt(folder.opening, 'depot'), 'code', depots, isNotIn(sheets.depots), problems);
  noteUnknown(placedAt(folder.opening, 'customer'), 'code', customers, isNotIn(sheets.customers), problems);
  noteUnknown(
    placedAt(folder.opening, 'truck'),
    'code',
    drivers,
    `is not a driver, in ${sheets.users.file} or in the books.`,
    problems,
  );
  checkConditions(folder.opening, problems);
}

/** Before set-up the first import brings what set-up needs; afterwards the folder must be of this site. */
function checkSite({ company, users, depots }: ImportFolder, { siteCode }: Books, problems: Problems): void {
  const note = (file: string, column: string, line: number, reason: string) =>
    addProblem(problems, { file, line, column, reason });
  if (siteCode === null) {
    const first = 'The console is not set up yet, so the first import must';
    if (company === null) note(COMPANY_FILE, '', 0, `${first} bring this file.`);
    if (!mayHave(users, 'role', ['ADMIN'])) note(sheets.users.file, 'role', 0, `${first} bring an ADMIN.`);
    if (!mayHave(depots, 'kind', ['OWN', ''])) note(sheets.depots.file, 'kind', 0, `${first} bring an OWN depot.`);
    return;
  }
  const given = company?.fields?.siteCode;
  if (company !== null && given !== undefined && given !== siteCode) {
    note(COMPANY_FILE, 'siteCode', company.siteCodeLine, `This console is of site ${siteCode}, not of ${given}.`);
  }
}

function mayHave(sheet: AnySheet, column: string, values: readonly string[]): boolean {
  if (sheet === null) return false;
  return !sheet.isWhole || sheet.rows.some(({ cells }) => values.includes(cells[column] ?? ''));
}

/** Whether a code is in a file or in the books. A file that could not be read whole may hold anything. */
function knowing(sheet: AnySheet, column: string, books: ReadonlyMap<string, unknown>): Knows {
  if (sheet !== null && !sheet.isWhole) return () => true;
  const named = new Set(sheet?.rows.map(({ cells }) => fold(cells[column] ?? '')));
  return (code) => named.has(fold(code)) || books.has(fold(code));
}

/** A user who is in the books stays as he is, whatever the file makes of him. */
function knowingDrivers(users: AnySheet, books: Books['users']): Knows {
  const drivers = users && { ...users, rows: users.rows.filter(({ cells }) => cells['role'] === 'DRIVER') };
  const inFile = knowing(drivers, 'username', new Map());
  return (username) => {
    const known = books.get(fold(username));
    return known === undefined ? inFile(username) : known.role === 'DRIVER';
  };
}

function placedAt(opening: AnySheet, entity: string): AnySheet {
  return opening && { ...opening, rows: opening.rows.filter(({ cells }) => cells['entity'] === entity) };
}

function isNotIn({ file }: SheetDefinition): string {
  return `is neither in ${file} nor in the books.`;
}

function noteUnknown(sheet: AnySheet, column: string, knows: Knows, reason: string, problems: Problems): void {
  noteCells(sheet, column, problems, (cell) => (cell === '' || knows(cell) ? null : `${quoted(cell)} ${reason}`));
}

/** A new row must not use what belongs to something else in the books. */
function noteTaken(
  sheet: AnySheet,
  key: string,
  known: ReadonlyMap<string, unknown>,
  [column, owners]: readonly [string, ReadonlyMap<string, string>],
  problems: Problems,
): void {
  noteCells(sheet, column, problems, (cell, { cells }) => {
    const owner = owners.get(fold(cell));
    return owner === undefined || known.has(fold(cells[key] ?? ''))
      ? null
      : `${quoted(cell)} belongs to ${owner} in the books.`;
  });
}

const GOODS: readonly string[] = GOODS_CONDITIONS;

function checkConditions(opening: AnySheet, problems: Problems): void {
  noteCells(opening, 'condition', problems, (condition, { cells }) => {
    const isAtCustomer = cells['entity'] === 'customer';
    if (isAtCustomer && GOODS.includes(condition)) return 'At a customer there is only ON_SITE.';
    if (!isAtCustomer && condition === 'ON_SITE') return `Only a customer's is ON_SITE; else use ${GOODS.join(', ')}.`;
    return null;
  });
}

function noteCells(
  sheet: AnySheet,
  column: string,
  problems: Problems,
  reasonFor: (cell: string, row: Row<unknown>) => string | null,
): void {
  for (const row of sheet?.rows ?? []) {
    const reason = reasonFor(row.cells[column] ?? '', row);
    if (sheet !== null && reason !== null) addProblem(problems, { file: sheet.file, line: row.line, column, reason });
  }
}
