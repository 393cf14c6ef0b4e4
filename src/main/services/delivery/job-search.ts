import { and, eq, type SQL } from 'drizzle-orm';
import type { Db } from '../../db/db.ts';
import { distributions, invoices, jobs, receipts, transactions } from '../../db/schema/index.ts';
import { type Filter, NOTHING } from '../list-filter.ts';
import type { Subject } from './queue.ts';

/** Jobs about the document with this number, found by the document: jobs have no index of numbers. */
export function ofDocument(db: Db, search: string): Filter {
  const number = search.toUpperCase();
  const find = FINDERS[number.slice(0, 4)];
  const found = find?.(db, number);
  return found === undefined ? NOTHING : ofSubject(found.kind, found.id);
}

export function ofSubject(kind: Subject['kind'], id: number): Filter {
  const where: SQL | undefined = and(eq(jobs.subjectKind, kind), eq(jobs.subjectId, id));
  return where === undefined ? NOTHING : { seeks: [{ where }], check: where };
}

type Find = (db: Db, number: string) => { kind: Subject['kind']; id: number } | undefined;

const FINDERS: Readonly<Record<string, Find>> = {
  'INV-': (db, number) =>
    known('invoice', db.select({ id: invoices.id }).from(invoices).where(eq(invoices.number, number)).get()),
  'RCT-': (db, number) =>
    known('receipt', db.select({ id: receipts.paymentId }).from(receipts).where(eq(receipts.number, number)).get()),
  'TRX-': (db, number) =>
    known(
      'deliveryNote',
      db.select({ id: transactions.id }).from(transactions).where(eq(transactions.number, number)).get(),
    ),
  'DST-': (db, number) =>
    known(
      'distribution',
      db.select({ id: distributions.id }).from(distributions).where(eq(distributions.number, number)).get(),
    ),
};

function known(kind: Subject['kind'], row: { id: number } | undefined) {
  return row && { kind, id: row.id };
}
