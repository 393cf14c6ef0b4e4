import path from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { Order } from './counter-clerk.ts';

const counts = z.array(z.object({ what: z.string(), found: z.number() }));

/** Documents that lack a part, or have one too many. Nothing of the kind may be there, whatever happened. */
const HALF = `
  SELECT 'sale without its three lines and its meter''s' AS what, count(*) AS found FROM transactions t
    WHERE (SELECT count(*) FROM transaction_lines WHERE transaction_id = t.id) <> 3 + (t.id <> (
      SELECT min(id) FROM transactions WHERE customer_id = t.customer_id))
  UNION ALL SELECT 'sale without its two movements', count(*) FROM transactions t
    WHERE (SELECT count(*) FROM movements WHERE document_kind = 'TRANSACTION' AND document_id = t.id) <> 2
  UNION ALL SELECT 'sale without its reading', count(*) FROM transactions t
    WHERE (SELECT count(*) FROM meter_readings WHERE transaction_id = t.id) <> 1
  UNION ALL SELECT 'sale without its invoice, payment or receipt', count(*) FROM transactions t
    WHERE (SELECT count(*) FROM invoices i JOIN payments p ON p.transaction_id = t.id
      JOIN receipts r ON r.payment_id = p.id WHERE i.transaction_id = t.id) <> 1
  UNION ALL SELECT 'invoice without its facts or its job', count(*) FROM invoices i
    WHERE (SELECT count(*) FROM invoice_facts f JOIN jobs j ON j.subject_id = i.id AND j.kind = 'RENDER'
      WHERE f.invoice_id = i.id) <> 1
  UNION ALL SELECT 'invoice not paid as its allocations say', count(*) FROM invoice_facts f
    WHERE paid <> (SELECT coalesce(sum(amount), 0) FROM allocations WHERE invoice_id = f.invoice_id)
  UNION ALL SELECT 'slip without its two items', count(*) FROM distributions d
    WHERE (SELECT count(*) FROM distribution_items WHERE distribution_id = d.id) <> 2
  UNION ALL SELECT 'slip whose movements do not fit its status', count(*) FROM distributions d
    WHERE (SELECT count(*) FROM movements WHERE document_kind = 'DISTRIBUTION' AND document_id = d.id)
      <> iif(status = 'CONFIRMED', 2, 0)
  UNION ALL SELECT 'customer whose balance is not invoices less payments', count(*) FROM customer_accounts a
    WHERE balance <> (SELECT coalesce(sum(total), 0) FROM invoices WHERE customer_id = a.customer_id)
      - (SELECT coalesce(sum(amount), 0) FROM payments WHERE customer_id = a.customer_id)
  UNION ALL SELECT 'number that is missing or there twice, ' || kind, abs(last - issued) FROM (
    SELECT kind, last, CASE kind
      WHEN 'TRX' THEN (SELECT count(DISTINCT number) FROM transactions WHERE number LIKE '%-' || year || '-%')
      WHEN 'INV' THEN (SELECT count(DISTINCT number) FROM invoices WHERE number LIKE '%-' || year || '-%')
      WHEN 'RCT' THEN (SELECT count(DISTINCT number) FROM receipts WHERE number LIKE '%-' || year || '-%')
      ELSE (SELECT count(DISTINCT number) FROM distributions WHERE number LIKE '%-' || year || '-%') END AS issued
    FROM sequences)
  UNION ALL SELECT 'commit without its audit', count(*) FROM commits c
    WHERE NOT EXISTS (SELECT 1 FROM audit WHERE commit_seq = c.seq)`;

export interface KeptBooks {
  /** What lacks a part, in words; empty when all is whole. */
  half: string[];
  /** How often each verb was carried out under a request id. */
  requests: Record<string, number>;
  sales: number;
  slips: number;
  confirmed: number;
  /** The numbers of all documents. */
  numbers: Set<string>;
}

/** Reads the books of a folder that nobody has open, with SQL, past all of our own code. */
export function readBooks(dataDir: string): KeptBooks {
  const db = new Database(path.join(dataDir, 'depot.db'), { readonly: true });
  try {
    const count = (sql: string) => z.number().parse(db.prepare(sql).pluck().get());
    const documents = 'SELECT number FROM transactions UNION ALL SELECT number FROM distributions';
    const numbers = z.array(z.string()).parse(db.prepare(documents).pluck().all());
    const verbs = counts.parse(db.prepare('SELECT verb AS what, count(*) AS found FROM requests GROUP BY verb').all());
    return {
      half: counts.parse(db.prepare(HALF).all()).flatMap(({ what, found }) => (found > 0 ? `${found} × ${what}` : [])),
      requests: Object.fromEntries(verbs.map(({ what, found }) => [what, found])),
      sales: count('SELECT count(*) FROM transactions'),
      slips: count('SELECT count(*) FROM distributions'),
      confirmed: count("SELECT count(*) FROM distributions WHERE status = 'CONFIRMED'"),
      numbers: new Set(numbers),
    };
  } finally {
    db.close();
  }
}

const sold = z.object({ transaction: z.object({ number: z.string() }) });
const slip = z.object({ number: z.string() });

/** The number of the document a clerk was told of. */
export function numberOf({ order, answer }: { order: Order; answer: unknown }): string {
  return order.verb === 'transactions.create' ? sold.parse(answer).transaction.number : slip.parse(answer).number;
}
