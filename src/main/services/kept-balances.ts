import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '../db/db.ts';
import { type Cents, cents, formatCents } from '../../shared/money.ts';

/*
 * Balances are kept beside the ledger so that no list must add it up; here they are worked out again and compared
 * (architecture.md, rule 4). Each query reads whole tables: seconds with years of data.
 */

/** Cylinders at a place. */
export interface StockDifference {
  kind: string;
  id: number;
  equipmentId: number;
  condition: string;
  kept: number;
  ledger: number;
}

/** What a customer owes, in cents. */
export interface AccountDifference {
  customerId: number;
  kept: Cents;
  ledger: Cents;
}

/** The sums of an invoice, in cents: total, paid, credited, written off. */
export interface InvoiceDifference {
  invoiceId: number;
  number: string | null;
  kept: string;
  ledger: string;
}

export function stockDifferences(db: Db): StockDifference[] {
  return db.all<StockDifference>(sql`
    SELECT kind, id, equipmentId, condition, sum(kept) AS kept, sum(moved) AS ledger FROM (
      SELECT location_kind AS kind, location_id AS id, equipment_id AS equipmentId, condition, quantity AS kept, 0 AS moved
        FROM stock_balances
      UNION ALL SELECT to_kind, to_id, equipment_id, to_condition, 0, quantity FROM movements
      UNION ALL SELECT from_kind, from_id, equipment_id, from_condition, 0, -quantity FROM movements
    ) GROUP BY kind, id, equipmentId, condition HAVING sum(kept) <> sum(moved)`);
}

/** Balance = invoices − credit notes − payments + reversals and refunds − write-offs (domain.md, "Money owed"). */
export function accountDifferences(db: Db): AccountDifference[] {
  return db.all<AccountDifference>(sql`
    SELECT customerId, sum(kept) AS kept, sum(owed) AS ledger FROM (
      SELECT customer_id AS customerId, balance AS kept, 0 AS owed FROM customer_accounts
      UNION ALL SELECT customer_id, 0, total FROM invoices
      UNION ALL SELECT customer_id, 0, -total FROM credit_notes
      UNION ALL SELECT customer_id, 0, CASE kind WHEN 'PAYMENT' THEN -amount ELSE amount END FROM payments
      UNION ALL SELECT customer_id, 0, -amount FROM write_offs
    ) GROUP BY customerId HAVING sum(kept) <> sum(owed)`);
}

/** An invoice's facts: its own sums, and what was allocated to it. An invoice that lost its facts has zeros there. */
export function invoiceDifferences(db: Db): InvoiceDifference[] {
  return db.all<InvoiceDifference>(sql`
    SELECT invoiceId, (SELECT number FROM invoices WHERE id = invoiceId) AS number,
      json_array(sum(t), sum(p), sum(c), sum(w)) AS kept, json_array(sum(lt), sum(lp), sum(lc), sum(lw)) AS ledger
    FROM (
      SELECT invoice_id AS invoiceId, total AS t, paid AS p, credited AS c, written_off AS w,
        0 AS lt, 0 AS lp, 0 AS lc, 0 AS lw FROM invoice_facts
      UNION ALL SELECT id, 0, 0, 0, 0, total, 0, 0, 0 FROM invoices
      UNION ALL SELECT invoice_id, 0, 0, 0, 0, 0, iif(source_kind = 'PAYMENT', amount, 0),
        iif(source_kind = 'CREDIT_NOTE', amount, 0), iif(source_kind = 'WRITE_OFF', amount, 0) FROM allocations
    ) GROUP BY invoiceId
    HAVING sum(t) <> sum(lt) OR sum(p) <> sum(lp) OR sum(c) <> sum(lc) OR sum(w) <> sum(lw)`);
}

export function stockSentence({ kind, id, equipmentId, condition, kept, ledger }: StockDifference): string {
  return `${kind} ${id}, equipment ${equipmentId}, ${condition}: the balance says ${kept}, its movements say ${ledger}.`;
}

export function accountSentence({ customerId, kept, ledger }: AccountDifference): string {
  return `Customer ${customerId}: the account says ${formatCents(kept)}, its documents say ${formatCents(ledger)}.`;
}

export function invoiceSentence({ invoiceId, number, kept, ledger }: InvoiceDifference): string {
  return `Invoice ${number ?? invoiceId}: total, paid, credited and written off are kept as ${amountsIn(kept)}, the ledger says ${amountsIn(ledger)}.`;
}

function amountsIn(json: string): string {
  const amounts = z.array(z.int()).parse(JSON.parse(json));
  return amounts.map((amount) => formatCents(cents(amount))).join(', ');
}
