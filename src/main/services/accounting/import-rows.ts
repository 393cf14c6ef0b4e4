import type { BusinessDate } from '../../../shared/dates.ts';
import type { TaxCategory } from '../../../shared/invoice-snapshot.ts';
import { type Cents, formatCents } from '../../../shared/money.ts';
import type { ImportCell } from '../ports.ts';

/** How a program calls things that are the bookkeeper's to name. */
export interface Names {
  salesAccount: string;
  depositAccount: string;
  roundingAccount: string;
  tax: Readonly<Record<TaxCategory, string>>;
}

/** Rows of one document; what a program takes in one file is counted in both. */
export type DocumentRows = readonly (readonly ImportCell[])[];

/** What a program takes in one file. */
export interface FileLimit {
  documents: number;
  rows: number;
}

/** `20/01/2026`, as both programs read it for Singapore. */
export function importDate(date: BusinessDate): string {
  return date.split('-').toReversed().join('/');
}

export function figure(text: string): ImportCell {
  return { figure: text };
}

export function money(amount: Cents): ImportCell {
  return figure(formatCents(amount));
}

/** Cuts documents into files a program takes, none in the middle of a document; one file at least. */
export function intoFiles(documents: readonly DocumentRows[], limit: FileLimit): DocumentRows[] {
  const files: ImportCell[][][] = [[]];
  let count = 0;
  for (const rows of documents) {
    let file = files.at(-1) ?? [];
    if (file.length > 0 && (count === limit.documents || file.length + rows.length > limit.rows)) {
      file = [];
      files.push(file);
      count = 0;
    }
    file.push(...rows.map((row) => [...row]));
    count += 1;
  }
  return files;
}
