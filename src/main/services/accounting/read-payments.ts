import { sql } from 'drizzle-orm';
import type { Input } from '../../../shared/contract/index.ts';
import type { BusinessDate } from '../../../shared/dates.ts';
import { type Cents, negateCents } from '../../../shared/money.ts';
import type { Db } from '../../db/db.ts';
import { MOST_ROWS, type Period, refuseTooMany } from '../reports/period.ts';

type PaymentMethod = NonNullable<Input<'reports.accounting'>['method']>;

/** Money as a line of a bank statement tells it. */
export interface AccountingPayment {
  customer: string;
  date: BusinessDate;
  /** In is above zero; reversals and refunds are below. */
  amount: Cents;
  /** `PAYNOW for INV-KB1-2026-000001, INV-KB1-2026-000002` */
  description: string;
  /** The receipt's number. */
  reference: string;
  /** The payer's own: a cheque's number, a bank's reference. */
  payerReference: string | null;
}

interface Row {
  kind: 'PAYMENT' | 'REVERSAL' | 'REFUND';
  customerId: number;
  method: PaymentMethod;
  amount: Cents;
  date: BusinessDate;
  payerReference: string | null;
  receipt: string | null;
  invoices: string | null;
}

const WORDS = { PAYMENT: '', REVERSAL: 'reversal of ', REFUND: 'refund of ' } as const;

/**
 * The payments of some days, of one method or all.
 *
 * @param nameOf what a customer is called, by id
 * @throws Refusal VALIDATION when they are too many
 */
export function readPayments(
  db: Db,
  { from, to }: Period,
  method: PaymentMethod | undefined,
  nameOf: (customerId: number) => { name: string },
): AccountingPayment[] {
  const rows = db.all<Row>(sql`
    SELECT p.kind, p.customer_id AS customerId, p.method, p.amount, p.business_date AS date,
      p.reference AS payerReference, r.number AS receipt, (
        SELECT group_concat(number, ', ' ORDER BY number) FROM (
          SELECT DISTINCT i.number FROM allocations AS a JOIN invoices AS i ON i.id = a.invoice_id
          WHERE a.source_kind = 'PAYMENT' AND a.source_id = p.id)) AS invoices
    FROM payments AS p LEFT JOIN receipts AS r ON r.payment_id = p.id
    WHERE p.business_date BETWEEN ${from} AND ${to} AND (${method ?? null} IS NULL OR p.method = ${method ?? null})
    ORDER BY p.business_date, p.id LIMIT ${MOST_ROWS + 1}`);
  refuseTooMany(rows);
  return rows.map(({ kind, customerId, method: paidBy, amount, date, payerReference, receipt, invoices }) => ({
    customer: nameOf(customerId).name,
    date,
    amount: kind === 'PAYMENT' ? amount : negateCents(amount),
    description: `${WORDS[kind]}${paidBy}${invoices === null ? '' : ` for ${invoices}`}`,
    reference: receipt ?? '',
    payerReference,
  }));
}
