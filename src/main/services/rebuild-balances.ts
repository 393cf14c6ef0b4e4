import { sql } from 'drizzle-orm';
import type { Output } from '../../shared/contract/index.ts';
import type { Db } from '../db/db.ts';
import type { Unit } from './context.ts';
import {
  type AccountDifference,
  accountDifferences,
  accountSentence,
  type InvoiceDifference,
  invoiceDifferences,
  invoiceSentence,
  type StockDifference,
  stockDifferences,
  stockSentence,
} from './kept-balances.ts';

const MOST_LISTED = 100;

/**
 * Mends the balances kept beside the ledger, and only those: the ledger itself is evidence and stays as it is. The
 * audit keeps what differed. Nothing in the program calls it by itself, because a wrong balance has a cause that
 * somebody should look for first. Holds up other writes while it reads the ledger.
 */
export function rebuildBalances(unit: Unit): Output<'system.rebuild'> {
  const { db } = unit;
  const stock = stockDifferences(db);
  const accounts = accountDifferences(db);
  const invoices = invoiceDifferences(db);
  for (const row of stock) mendStock(db, row);
  for (const row of accounts) mendAccount(db, row);
  for (const row of invoices) mendInvoice(db, row);
  const mended = [...stock.map(stockSentence), ...accounts.map(accountSentence), ...invoices.map(invoiceSentence)];
  const counts = { stockBalances: stock.length, customerAccounts: accounts.length, invoiceFacts: invoices.length };
  unit.audit({ action: 'system.rebuild', entityType: 'books', before: { mended }, after: counts });
  return { ...counts, mended: mended.slice(0, MOST_LISTED) };
}

function mendStock(db: Db, { kind, id, equipmentId, condition, ledger }: StockDifference): void {
  db.run(sql`
    INSERT INTO stock_balances (location_kind, location_id, equipment_id, condition, quantity)
    VALUES (${kind}, ${id}, ${equipmentId}, ${condition}, ${ledger})
    ON CONFLICT DO UPDATE SET quantity = excluded.quantity`);
}

function mendAccount(db: Db, { customerId, ledger }: AccountDifference): void {
  db.run(sql`
    INSERT INTO customer_accounts (customer_id, balance) VALUES (${customerId}, ${ledger})
    ON CONFLICT DO UPDATE SET balance = excluded.balance`);
}

/** Lost facts come back without how often the invoice was printed: only the audit and the jobs know. */
function mendInvoice(db: Db, { invoiceId, ledger }: InvoiceDifference): void {
  db.run(sql`
    INSERT INTO invoice_facts (invoice_id, customer_id, depot_id, driver_id, business_date, due_date, total)
    SELECT i.id, i.customer_id, t.depot_id, iif(t.source_kind = 'TRUCK', t.source_id, NULL), i.business_date, i.due_date,
      i.total
    FROM invoices i LEFT JOIN transactions t ON t.id = i.transaction_id WHERE i.id = ${invoiceId}
    ON CONFLICT DO NOTHING`);
  db.run(sql`
    UPDATE invoice_facts SET total = ledger.value ->> 0, paid = ledger.value ->> 1, credited = ledger.value ->> 2,
      written_off = ledger.value ->> 3, paid_at = iif(
        (ledger.value ->> 0) > (ledger.value ->> 1) + (ledger.value ->> 2) + (ledger.value ->> 3), NULL,
        (SELECT max(c.instant) FROM allocations a JOIN commits c ON c.seq = a.commit_seq
          WHERE a.invoice_id = invoice_facts.invoice_id))
    FROM (SELECT ${ledger} AS value) AS ledger WHERE invoice_id = ${invoiceId}`);
}
