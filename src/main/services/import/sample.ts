import type { Output } from '../../../shared/contract/index.ts';
import { refuse } from '../../../shared/errors.ts';
import { depots } from '../../db/schema/index.ts';
import type { ReadContext, Unit } from '../context.ts';
import type { Passwords } from '../ports.ts';
import { type Books, readBooks } from './books.ts';
import { fold } from './cells.ts';
import { readCsv } from './read-csv.ts';
import { prepareImport } from './run-import.ts';
import * as sheets from './sheets.ts';

/** The files of the sample that comes with the program. */
export type SampleFiles = () => Promise<Record<string, string>>;

/**
 * Brings the sample in as part of this depot: its goods stand in the depot's own yard, its people work beside those who
 * are there. The company and the administrator stay who they are.
 *
 * @throws Refusal INVALID_STATE once there are goods or customers: made-up ones would never leave the books again.
 */
export async function prepareSample(
  context: ReadContext,
  passwords: Passwords,
  readSample: SampleFiles,
): Promise<(unit: Unit) => Output<'imports.sample'>> {
  refuseBesideOwn(readBooks(context.db));
  const files = await readSample();
  const write = await prepareImport(context, passwords, { files: fitted(files, context) });
  return (unit) => {
    refuseBesideOwn(readBooks(unit.db));
    return write(unit);
  };
}

function refuseBesideOwn({ equipment, customers }: Books): void {
  if (equipment.size + customers.size === 0) return;
  const reason = 'There are goods or customers in these books already: the sample is for a console without any.';
  refuse('INVALID_STATE', reason, { status: 'IN_USE' });
}

/** The sample's files without what this console has of its own. */
function fitted(files: Record<string, string>, { db }: ReadContext): Record<string, string> {
  const books = readBooks(db);
  const own = db.select({ code: depots.code, kind: depots.kind }).from(depots).all();
  const yard = own.find(({ kind }) => kind === 'OWN')?.code;
  const { 'company.json': _company, ...lists } = files;
  const placed = Object.entries(lists).map(([file, text]) => [file, atYard(text, yardOf(files), yard)] as const);
  const all = Object.fromEntries(placed);
  return { ...all, [sheets.users.file]: withoutKnown(all[sheets.users.file] ?? '', books) };
}

/** The code of the sample's own depot. */
function yardOf(files: Record<string, string>): string | undefined {
  return readCsv(files[sheets.depots.file] ?? '').rows.find(({ cells }) => cells.includes('OWN'))?.cells[0];
}

function atYard(text: string, sampled: string | undefined, yard: string | undefined): string {
  if (sampled === undefined || yard === undefined) return text;
  return mapRows(text, (cells) => cells.map((cell) => (cell === sampled ? yard : cell)));
}

/** Nobody gets a second administrator, nor one with the number of somebody who is here. */
function withoutKnown(text: string, { employeeIds }: Books): string {
  return mapRows(text, (cells) => {
    const isKnown = cells.includes('ADMIN') || cells.some((cell) => employeeIds.has(fold(cell)));
    return isKnown ? null : cells;
  });
}

/** @param change answers the row's new cells; `null` leaves the row out. */
function mapRows(text: string, change: (cells: string[]) => string[] | null): string {
  return readCsv(text)
    .rows.map(({ cells }) => change(cells))
    .filter((cells) => cells !== null)
    .map((cells) => cells.map(cellText).join(','))
    .join('\n');
}

function cellText(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
