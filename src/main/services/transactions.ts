import { and, eq, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { ZERO_CENTS } from '../../shared/money.ts';
import type { Db } from '../db/db.ts';
import { invoices, meterReadings, transactionLines, transactions, transactionTaxes } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import type { ReadContext } from './context.ts';
import { ofCustomersNamed } from './customer-search.ts';
import { datedBetween } from './dated.ts';
import { numbered, startingWith } from './document-search.ts';
import { pageOf } from './keyset.ts';
import { anyOf, equals, type Filter } from './list-filter.ts';
import { found } from './not-found.ts';
import { refuseOutside, scopeOf } from './read-scope.ts';

type Transaction = Output<'transactions.get'>;
type Row = typeof transactions.$inferSelect;

const byId = statement((db) =>
  db
    .select({ row: transactions, invoiceId: invoices.id })
    .from(transactions)
    .leftJoin(invoices, eq(invoices.transactionId, transactions.id))
    .where(eq(transactions.id, sql.placeholder('id')))
    .prepare(),
);

const linesOf = statement((db) =>
  db
    .select({
      lineNo: transactionLines.lineNo,
      type: transactionLines.type,
      action: transactionLines.action,
      ownership: transactionLines.ownership,
      equipmentId: transactionLines.equipmentId,
      serviceId: transactionLines.serviceId,
      description: transactionLines.description,
      quantity: transactionLines.quantity,
      usage: transactionLines.usageMilli,
      rate: transactionLines.rate,
      amount: transactionLines.amount,
      taxCategory: transactionLines.taxCategory,
    })
    .from(transactionLines)
    .where(eq(transactionLines.transactionId, sql.placeholder('id')))
    .orderBy(transactionLines.lineNo)
    .prepare(),
);

const taxesOf = statement((db) =>
  db
    .select({
      category: transactionTaxes.category,
      rate: transactionTaxes.rate,
      net: transactionTaxes.net,
      tax: transactionTaxes.tax,
    })
    .from(transactionTaxes)
    .where(eq(transactionTaxes.transactionId, sql.placeholder('id')))
    .orderBy(transactionTaxes.category, transactionTaxes.rate)
    .prepare(),
);

const readingOf = statement((db) =>
  db
    .select()
    .from(meterReadings)
    .where(eq(meterReadings.transactionId, sql.placeholder('id')))
    .prepare(),
);

/** @throws Refusal NOT_FOUND */
export function transactionById(db: Db, id: number): Transaction {
  const { row, invoiceId } = found(byId(db).get({ id }), 'transaction', id);
  const lines = linesOf(db).all({ id });
  const meterLine = lines.find((line) => line.type === 'meter');
  const reading = readingOf(db).get({ id });
  const meter = reading && {
    previous: reading.previous,
    current: reading.reading,
    usage: reading.usageMilli,
    rate: meterLine?.rate ?? null,
    amount: meterLine?.amount ?? ZERO_CENTS,
    isEstimated: reading.isEstimated,
    isBaseline: reading.kind === 'BASELINE',
  };
  return assembleTransaction({ row, invoiceId, lines, taxes: taxesOf(db).all({ id }), meter: meter ?? null });
}

export interface TransactionParts extends Pick<Transaction, 'lines' | 'taxes' | 'meter'> {
  row: Omit<Row, 'commitSeq' | 'gstMode'>;
  invoiceId: number | null;
}

/** A sale as the contract shows it, from the books or from what has just been written to them. */
export function assembleTransaction({ row, invoiceId, lines, taxes, meter }: TransactionParts): Transaction {
  return { ...toRow(row, invoiceId), approvedBy: row.approverId, taxes, meter, lines };
}

export function getTransaction(context: ReadContext, { id }: Input<'transactions.get'>): Transaction {
  const { row } = found(byId(context.db).get({ id }), 'transaction', id);
  const driverId = row.sourceKind === 'TRUCK' ? row.sourceId : null;
  refuseOutside(scopeOf(context), { depotId: row.depotId, drivers: [driverId] });
  return transactionById(context.db, id);
}

export function listTransactions(context: ReadContext, input: Input<'transactions.list'>): Output<'transactions.list'> {
  const { db } = context;
  const scope = scopeOf(context);
  const page = pageOf(
    db,
    input,
    { id: transactions.id, descending: input.sort === '-id' },
    [
      input.search ? matching(db, input.search) : undefined,
      equals(transactions.customerId, input.customerId),
      scope.kind === 'own' ? fromTruckOf(scope.userId) : undefined,
      equals(transactions.userId, input.userId),
      datedBetween(db, { id: transactions.id, date: transactions.businessDate }, input.from, input.to),
      scope.kind === 'depot' ? equals(transactions.depotId, scope.depotId) : undefined,
    ],
    {
      table: transactions,
      rows: (where, orderBy, limit) =>
        db
          .select({ row: transactions, invoiceId: invoices.id })
          .from(transactions)
          .leftJoin(invoices, eq(invoices.transactionId, transactions.id))
          .where(and(where))
          .orderBy(...orderBy)
          .limit(limit)
          .all(),
      cursorOf: ({ row }) => [null, row.id],
    },
  );
  return { ...page, items: page.items.map(({ row, invoiceId }) => toRow(row, invoiceId)) };
}

function matching(db: Db, search: string): Filter {
  const { id, businessDate: date, customerId, number, poNumber } = transactions;
  return anyOf(
    numbered(db, ['TRX'], { id, date, text: number }, search),
    startingWith(db, { id, text: poNumber }, search),
    ofCustomersNamed(db, customerId, search),
  );
}

/** A driver's own: sales from his truck. */
function fromTruckOf(driverId: number): Filter {
  const { sourceKind, sourceId } = transactions;
  return {
    seeks: [{ where: sql`${sourceKind} = 'TRUCK' AND ${sourceId} = ${driverId}` }],
    check: sql`+${sourceKind} = 'TRUCK' AND +${sourceId} = ${driverId}`,
  };
}

function toRow(row: TransactionParts['row'], invoiceId: number | null): Output<'transactions.list'>['items'][number] {
  const { id, number, businessDate, createdAt, customerId, customerName, userId, poNumber, remarks } = row;
  return {
    id,
    number,
    businessDate,
    createdAt,
    customerId,
    customerName,
    userId,
    source:
      row.sourceKind === 'DEPOT' ? { kind: 'depot', depotId: row.sourceId } : { kind: 'truck', driverId: row.sourceId },
    poNumber,
    remarks,
    netAmount: row.net,
    taxAmount: row.tax,
    roundingAmount: row.rounding,
    totalAmount: row.total,
    invoiceId,
  };
}
