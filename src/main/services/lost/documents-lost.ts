import { eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '../../db/db.ts';
import {
  commits,
  creditNotes,
  distributions,
  invoices,
  receipts,
  transactions,
  zReports,
} from '../../db/schema/index.ts';
import { type NumberKind, readDocumentNumber } from '../../domain/numbering.ts';
import type { AnchorLine, IssuedDocument } from '../ports.ts';

/** A document the books have lost. */
export interface LostDocument extends IssuedDocument {
  /** The first of the documents it was issued with. */
  of: string;
}

const ISSUED: Readonly<Record<NumberKind, { table: SQLiteTable; number: SQLiteColumn }>> = {
  DST: { table: distributions, number: distributions.number },
  TRX: { table: transactions, number: transactions.number },
  INV: { table: invoices, number: invoices.number },
  RCT: { table: receipts, number: receipts.number },
  CN: { table: creditNotes, number: creditNotes.number },
  ZRP: { table: zReports, number: zReports.number },
};

/** Documents the anchor file knows and these books have lost, each with the first of those it was issued with. */
export function documentsLost(db: Db, lines: Iterable<AnchorLine | null>): LostDocument[] {
  const lost = new Map<string, LostDocument>();
  for (const line of lines) {
    if (line === null || line.documents.length === 0) continue;
    const kept = db.select({ head: commits.head }).from(commits).where(eq(commits.seq, line.seq)).get();
    if (kept?.head === line.head) continue;
    const [first] = line.documents;
    for (const document of line.documents) {
      const { of = first?.number ?? document.number, ...known } = document;
      if (!isIssued(db, document.number)) lost.set(document.number, { ...known, of });
    }
  }
  return [...lost.values()];
}

function isIssued(db: Db, number: string): boolean {
  const read = readDocumentNumber(number);
  if (read === null) return false;
  const { table, number: column } = ISSUED[read.kind];
  return db.select({ number: column }).from(table).where(eq(column, number)).get() !== undefined;
}
