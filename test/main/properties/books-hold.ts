import { z } from 'zod';
import type { Books } from '../../helpers/read-books.ts';
import { DELIVERY_BREACHES } from './delivery-holds.ts';

/**
 * What must hold of the books after any sequence of commands (domain.md), each as a query for the rows that break it.
 * Written against the tables, not with the program's own functions: those are what is tried.
 */
const BREACHES: Readonly<Record<string, string>> = {
  'every equipment sums to zero over all places': `
    SELECT equipment_id, sum(quantity) AS sum FROM stock_balances GROUP BY equipment_id HAVING sum <> 0`,
  'a balance is the sum of its movements': `
    SELECT kind, id, equipment, condition, sum(kept) AS kept, sum(moved) AS moved FROM (
      SELECT location_kind AS kind, location_id AS id, equipment_id AS equipment, condition, quantity AS kept, 0 AS moved
      FROM stock_balances
      UNION ALL SELECT to_kind, to_id, equipment_id, to_condition, 0, quantity FROM movements
      UNION ALL SELECT from_kind, from_id, equipment_id, from_condition, 0, -quantity FROM movements)
    GROUP BY kind, id, equipment, condition HAVING sum(kept) <> sum(moved)`,
  'no depot of ours and no customer is below zero': `
    SELECT * FROM stock_balances WHERE quantity < 0 AND (location_kind = 'CUSTOMER'
      OR (location_kind = 'DEPOT' AND location_id IN (SELECT id FROM depots WHERE kind = 'OWN')))`,
  'a confirmed slip moved what it lists, any other nothing': `
    SELECT d.number, d.status, d.total_out + d.total_in AS listed, coalesce(sum(m.quantity), 0) AS moved
    FROM distributions d LEFT JOIN movements m ON m.document_kind = 'DISTRIBUTION' AND m.document_id = d.id
    GROUP BY d.id HAVING moved <> CASE d.status WHEN 'CONFIRMED' THEN listed ELSE 0 END`,
  'a slip’s totals are those of its items': `
    SELECT d.number FROM distributions d JOIN distribution_items i ON i.distribution_id = d.id GROUP BY d.id
    HAVING sum(i.quantity) FILTER (WHERE i.direction = 'OUT') IS NOT nullif(d.total_out, 0)
      OR sum(i.quantity) FILTER (WHERE i.direction = 'IN') IS NOT nullif(d.total_in, 0)`,
  'a sale’s lines sum to its net': `
    SELECT t.number, t.net, sum(l.amount) AS lines FROM transactions t
    LEFT JOIN transaction_lines l ON l.transaction_id = t.id GROUP BY t.id HAVING coalesce(lines, 0) <> t.net`,
  'a sale’s taxes are its tax': `
    SELECT t.number FROM transactions t LEFT JOIN transaction_taxes x ON x.transaction_id = t.id GROUP BY t.id
    HAVING coalesce(sum(x.tax), 0) <> t.tax OR coalesce(sum(x.net), 0) <> t.net OR t.total <> t.net + t.tax + t.rounding`,
  'a sale that comes to something has one invoice over it, any other none': `
    SELECT t.number FROM transactions t LEFT JOIN invoices i ON i.transaction_id = t.id GROUP BY t.id
    HAVING count(i.id) <> (t.total > 0) OR coalesce(max(i.total), 0) <> t.total`,
  'what a customer owes is invoices less payments': `
    SELECT c.id, coalesce(a.balance, 0) AS kept,
      (SELECT coalesce(sum(total), 0) FROM invoices WHERE customer_id = c.id)
      - (SELECT coalesce(sum(amount), 0) FROM payments WHERE customer_id = c.id) AS owed
    FROM customers c LEFT JOIN customer_accounts a ON a.customer_id = c.id WHERE kept <> owed`,
  'what is paid on an invoice is the sum of its allocations': `
    SELECT f.invoice_id, f.paid, coalesce(sum(a.amount), 0) AS allocated FROM invoice_facts f
    LEFT JOIN allocations a ON a.invoice_id = f.invoice_id GROUP BY f.invoice_id HAVING f.paid <> allocated`,
  'outstanding and status follow from what is paid': `
    SELECT * FROM invoice_facts WHERE outstanding <> total - paid - credited - written_off OR outstanding < 0
      OR status <> CASE WHEN outstanding = 0 THEN 'paid' WHEN emailed_at IS NOT NULL THEN 'emailed'
        WHEN printed_at IS NOT NULL THEN 'printed' ELSE 'generated' END OR (paid_at IS NULL) = (outstanding = 0)`,
  'the facts of an invoice are those it was issued with': `
    SELECT i.number FROM invoices i LEFT JOIN invoice_facts f ON f.invoice_id = i.id
    WHERE f.total IS NOT i.total OR f.customer_id IS NOT i.customer_id OR f.business_date IS NOT i.business_date`,
  'no payment is given out twice, nor to another customer’s invoice': `
    SELECT p.id, p.amount, sum(a.amount) AS allocated FROM payments p
    JOIN allocations a ON a.source_kind = 'PAYMENT' AND a.source_id = p.id JOIN invoices i ON i.id = a.invoice_id
    GROUP BY p.id HAVING allocated > p.amount OR max(i.customer_id <> p.customer_id)`,
  'every payment has one receipt over its amount': `
    SELECT p.id FROM payments p LEFT JOIN receipts r ON r.payment_id = p.id GROUP BY p.id
    HAVING count(r.id) <> 1 OR max(r.amount) <> p.amount`,
  'by method and day, receipts come to what was taken': `
    SELECT method, day, sum(taken) AS taken, sum(receipted) AS receipted FROM (
      SELECT method, business_date AS day, amount AS taken, 0 AS receipted FROM payments
      UNION ALL SELECT p.method, r.business_date, 0, r.amount FROM receipts r JOIN payments p ON p.id = r.payment_id)
    GROUP BY method, day HAVING sum(taken) <> sum(receipted)`,
  'deposits held are what the sales’ deposit lines took': `
    SELECT t.number FROM transactions t WHERE
      (SELECT coalesce(sum(amount), 0) FROM deposits WHERE transaction_id = t.id) <>
      (SELECT coalesce(sum(amount), 0) FROM transaction_lines WHERE transaction_id = t.id AND type = 'deposit')`,
  'a reading goes on from the last one, and only up but for a rollover or an estimate': `
    SELECT r.id, r.reading, r.previous, lead.reading AS before FROM meter_readings r
    JOIN meter_readings lead ON lead.id = (SELECT max(id) FROM meter_readings x
      WHERE x.customer_id = r.customer_id AND x.id < r.id)
    WHERE r.previous IS NOT lead.reading OR (r.reading < lead.reading AND NOT r.is_rollover AND NOT lead.is_estimated)`,
  'numbers are 1 to n in each year': `
    SELECT s.kind, s.year, s.last, count(n.number) AS issued, max(n.place) AS highest FROM sequences s LEFT JOIN (
      SELECT number, substr(number, 1, 3) AS kind, substr(number, -11, 4) + 0 AS year, substr(number, -6) + 0 AS place
      FROM (SELECT number FROM distributions UNION ALL SELECT number FROM transactions UNION ALL
        SELECT number FROM invoices UNION ALL SELECT number FROM receipts)) n ON n.kind = s.kind AND n.year = s.year
    GROUP BY s.kind, s.year HAVING issued <> s.last OR highest <> s.last OR count(DISTINCT n.number) <> s.last`,
  'a number’s year is its document’s': `
    SELECT number, day FROM (SELECT number, business_date AS day FROM transactions
      UNION ALL SELECT number, business_date FROM invoices UNION ALL SELECT number, business_date FROM receipts)
    WHERE substr(number, -11, 4) <> substr(day, 1, 4)`,
  'every commit has audit rows, and the trail has no gap': `
    SELECT c.seq FROM commits c LEFT JOIN audit a ON a.commit_seq = c.seq GROUP BY c.seq
    HAVING count(a.seq) = 0 OR max(a.seq) <> c.audit_seq OR c.seq > (SELECT count(*) FROM commits)
      OR c.audit_seq > (SELECT count(*) FROM audit)`,
  'the day never goes back': `
    SELECT c.seq FROM commits c JOIN commits b ON b.seq = c.seq - 1 WHERE c.business_date < b.business_date`,
};

/** Ledgers whose rows must belong to a commit that says in the audit who made them. */
const LEDGERS = [
  'movements transactions invoices payments receipts allocations deposits meter_readings stock_transfers distributions',
].flatMap((tables) => tables.split(' '));

const row = z.record(z.string(), z.unknown());

/** The rules that do not hold, with the rows that break them; empty when the books are right. */
export function breachesOf(books: Books): Record<string, unknown[]> {
  const orphans = LEDGERS.map(
    (table) =>
      [
        `every row of ${table} has its commit and its audit`,
        `SELECT l.* FROM ${table} l WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.commit_seq = l.commit_seq)`,
      ] as const,
  );
  const rules = [...Object.entries(BREACHES), ...Object.entries(DELIVERY_BREACHES), ...orphans];
  const found = rules.map(([rule, sql]) => [rule, books.rows(row, sql)] as const);
  return Object.fromEntries(found.filter(([, rows]) => rows.length > 0));
}
