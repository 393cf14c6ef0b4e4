import { eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/db.ts';
import { distributions, invoiceFacts, invoices, payments, receipts, transactions } from '../../db/schema/index.ts';
import { statement } from '../../db/statement.ts';
import type { ReadContext } from '../context.ts';
import { found } from '../not-found.ts';
import { refuseOutside, scopeOf } from '../read-scope.ts';
import type { Subject } from './queue.ts';

/** A document that exists, with whom it belongs to beside its depot and driver. */
export interface KnownSubject extends Subject {
  kind: DocumentKind;
  number: string;
  customerId: number | null;
  /** Who took the money of a receipt: a driver sees his own. */
  takenBy: number | null;
}

type Facts = Pick<KnownSubject, 'number' | 'depotId' | 'driverId' | 'customerId'> & { takenBy?: number | null };

const facts = {
  invoice: statement((db) =>
    db
      .select({
        number: invoices.number,
        depotId: invoiceFacts.depotId,
        driverId: invoiceFacts.driverId,
        customerId: invoices.customerId,
      })
      .from(invoices)
      .innerJoin(invoiceFacts, eq(invoiceFacts.invoiceId, invoices.id))
      .where(eq(invoices.id, sql.placeholder('id')))
      .prepare(),
  ),
  receipt: statement((db) =>
    db
      .select({
        number: receipts.number,
        depotId: payments.depotId,
        driverId: payments.collectedBy,
        customerId: payments.customerId,
        takenBy: payments.userId,
      })
      .from(payments)
      .innerJoin(receipts, eq(receipts.paymentId, payments.id))
      .where(eq(payments.id, sql.placeholder('id')))
      .prepare(),
  ),
  deliveryNote: statement((db) =>
    db
      .select({
        number: transactions.number,
        depotId: transactions.depotId,
        driverId: sql<number | null>`CASE WHEN ${transactions.sourceKind} = 'TRUCK' THEN ${transactions.sourceId} END`,
        customerId: transactions.customerId,
      })
      .from(transactions)
      .where(eq(transactions.id, sql.placeholder('id')))
      .prepare(),
  ),
  distribution: statement((db) =>
    db
      .select({
        number: distributions.number,
        depotId: distributions.depotId,
        driverId: distributions.driverId,
        customerId: sql<number | null>`NULL`,
      })
      .from(distributions)
      .where(eq(distributions.id, sql.placeholder('id')))
      .prepare(),
  ),
} as const;

export type DocumentKind = keyof typeof facts;

const ENTITIES = {
  invoice: 'invoice',
  receipt: 'payment',
  deliveryNote: 'transaction',
  distribution: 'distribution',
} as const satisfies Record<DocumentKind, string>;

/** The kind of thing an audit row about the document names. */
export function entityOf(kind: DocumentKind): string {
  return ENTITIES[kind];
}

/** @throws Refusal NOT_FOUND */
export function subjectOf(db: Db, kind: DocumentKind, id: number): KnownSubject {
  const row: Facts | undefined = facts[kind](db).get({ id });
  return { takenBy: null, ...found(row, ENTITIES[kind], id), kind, id };
}

/** @throws Refusal NOT_FOUND; FORBIDDEN when it is another depot's or truck's. */
export function visibleSubject(context: ReadContext, kind: DocumentKind, id: number): KnownSubject {
  const subject = subjectOf(context.db, kind, id);
  refuseOutside(scopeOf(context), { depotId: subject.depotId, drivers: [subject.driverId, subject.takenBy] });
  return subject;
}
