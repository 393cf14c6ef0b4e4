import { sql, type SQL } from 'drizzle-orm';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { BusinessDate } from '../../../shared/dates.ts';
import { addCents, type Cents, ZERO_CENTS } from '../../../shared/money.ts';
import { customers, invoiceFacts, invoices, transactions, users } from '../../db/schema/index.ts';
import type { ReadContext } from '../context.ts';
import { type Scope, scopeOf } from '../read-scope.ts';
import { MOST_ROWS, type Period, refuseTooMany } from './period.ts';

type Filters = Omit<Input<'reports.sales'>, 'format' | 'from' | 'to'>;
export type PaymentStatus = NonNullable<Filters['paymentStatus']>;

export interface InvoiceOfPeriod {
  invoiceId: number;
  number: string;
  date: BusinessDate;
  dueDate: BusinessDate;
  customerId: number;
  customerCode: string;
  customerName: string;
  paymentType: 'CASH' | 'CREDIT';
  servedBy: string | null;
  paymentStatus: PaymentStatus;
  net: Cents;
  tax: Cents;
  rounding: Cents;
  total: Cents;
  paid: Cents;
  credited: Cents;
  outstanding: Cents;
}

const STATUS = sql`CASE
  WHEN ${invoiceFacts.voidedAt} IS NOT NULL THEN 'void'
  WHEN ${invoiceFacts.outstanding} = 0 THEN 'paid'
  WHEN ${invoiceFacts.paid} > 0 THEN 'partly'
  ELSE 'unpaid' END`;

/** The invoices of some days that the reader may see, in the order of their days. @throws Refusal VALIDATION */
export function invoicesOfPeriod(context: ReadContext, { from, to }: Period, filters: Filters): InvoiceOfPeriod[] {
  const { customerId, userId, paymentStatus } = filters;
  const rows = context.db.all<InvoiceOfPeriod>(sql`
    SELECT ${invoices.id} AS invoiceId, ${invoices.number} AS number, ${invoiceFacts.businessDate} AS date,
      ${invoiceFacts.dueDate} AS dueDate, ${customers.id} AS customerId, ${customers.code} AS customerCode,
      ${invoices.customerName} AS customerName, ${customers.paymentType} AS paymentType, ${users.fullName} AS servedBy,
      ${STATUS} AS paymentStatus, ${invoices.net} AS net, ${invoices.tax} AS tax, ${invoices.rounding} AS rounding,
      ${invoices.total} AS total, ${invoiceFacts.paid} AS paid, ${invoiceFacts.credited} AS credited,
      ${invoiceFacts.outstanding} AS outstanding
    FROM ${invoiceFacts}
    JOIN ${invoices} ON ${invoices.id} = ${invoiceFacts.invoiceId}
    JOIN ${customers} ON ${customers.id} = ${invoiceFacts.customerId}
    LEFT JOIN ${transactions} ON ${transactions.id} = ${invoices.transactionId}
    LEFT JOIN ${users} ON ${users.id} = ${transactions.userId}
    WHERE ${invoiceFacts.businessDate} BETWEEN ${from} AND ${to} AND ${isVisible(scopeOf(context))}
      AND (${customerId ?? null} IS NULL OR +${invoiceFacts.customerId} = ${customerId ?? null})
      AND (${userId ?? null} IS NULL OR +${transactions.userId} = ${userId ?? null})
      AND (${paymentStatus ?? null} IS NULL OR ${STATUS} = ${paymentStatus ?? null})
    ORDER BY ${invoiceFacts.businessDate}, ${invoiceFacts.invoiceId} LIMIT ${MOST_ROWS + 1}`);
  refuseTooMany(rows);
  return rows;
}

function isVisible(scope: Scope): SQL {
  switch (scope.kind) {
    case 'all':
      return sql`1`;
    case 'depot':
      return sql`+${invoiceFacts.depotId} = ${scope.depotId}`;
    case 'own':
      return sql`+${invoiceFacts.driverId} = ${scope.userId}`;
  }
}

export type Sums = Pick<
  Extract<Output<'reports.sales'>, { sums: unknown }>['sums'],
  'net' | 'tax' | 'rounding' | 'total' | 'paid' | 'credited' | 'outstanding'
>;

/** Voided invoices count with their credit note: what they come to is nothing. */
export function sumsOf(rows: readonly Sums[]): Sums {
  const sum = (field: keyof Sums) => addCents(ZERO_CENTS, ...rows.map((row) => row[field]));
  return {
    net: sum('net'),
    tax: sum('tax'),
    rounding: sum('rounding'),
    total: sum('total'),
    paid: sum('paid'),
    credited: sum('credited'),
    outstanding: sum('outstanding'),
  };
}
