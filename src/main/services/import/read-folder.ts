import type { z } from 'zod';
import { addProblem, type Problems } from './problems.ts';
import { COMPANY_FILE, type CompanyFile, readCompany } from './read-company.ts';
import { readSheet, type Sheet } from './read-sheet.ts';
import * as sheets from './sheets.ts';
import type { SheetDefinition, ValueOf } from './sheets.ts';

/** The files that came; `null` for those that did not. */
export interface ImportFolder {
  company: CompanyFile | null;
  depots: Sheet<ValueOf<typeof sheets.depots>> | null;
  users: Sheet<ValueOf<typeof sheets.users>> | null;
  equipment: Sheet<ValueOf<typeof sheets.equipmentItems>> | null;
  services: Sheet<ValueOf<typeof sheets.services>> | null;
  customers: Sheet<ValueOf<typeof sheets.customers>> | null;
  rates: Sheet<ValueOf<typeof sheets.rates>> | null;
  opening: Sheet<ValueOf<typeof sheets.opening>> | null;
}

const FILES = [COMPANY_FILE, ...Object.values(sheets).map(({ file }) => file)];
/** They lie beside the sample and are no part of the books. */
const IGNORED = ['slips.jsonl', 'expected.json'];

/** Reads every file, noting all that is not right in itself; nothing is compared with the books yet. */
export function readFolder(files: Readonly<Record<string, string>>, problems: Problems): ImportFolder {
  const list = FILES.join(', ');
  for (const file of Object.keys(files).filter((name) => !FILES.includes(name) && !IGNORED.includes(name))) {
    addProblem(problems, { file, line: 0, column: '', reason: `This is not a file of an import. Those are ${list}.` });
  }
  const textOf = (file: string) => (Object.hasOwn(files, file) ? files[file] : undefined);
  const company = textOf(COMPANY_FILE);
  const read = <Columns extends z.core.$ZodLooseShape>(definition: SheetDefinition<Columns>) => {
    const text = textOf(definition.file);
    return text === undefined ? null : readSheet(definition, text, problems);
  };
  return {
    company: company === undefined ? null : readCompany(company, problems),
    depots: read(sheets.depots),
    users: read(sheets.users),
    equipment: read(sheets.equipmentItems),
    services: read(sheets.services),
    customers: read(sheets.customers),
    rates: read(sheets.rates),
    opening: read(sheets.opening),
  };
}
