/*
 * What head office asks, over the views of rows that hold (ddl.ts). Money is in cents, as in the books; CAST, because a sum
 * of whole numbers is a decimal to MySQL.
 */

/** The depots' day, whatever the database's time zone is. */
const TODAY = 'DATE(UTC_TIMESTAMP() + INTERVAL 8 HOUR)';

const sum = (what: string, name = what) => `CAST(SUM(${what}) AS SIGNED) AS ${name}`;
const sumIf = (condition: string, what: string, name: string) =>
  sum(`CASE WHEN ${condition} THEN ${what} ELSE 0 END`, name);

const SITES = `CREATE OR REPLACE VIEW sites AS
SELECT b.site, n.bundles, b.sequence AS last_bundle, b.to_commit AS last_commit, b.instant AS last_instant
FROM bundles b JOIN (
  SELECT site, COUNT(*) AS bundles, MAX(sequence) AS sequence FROM bundles WHERE is_complete = 1 GROUP BY site
) n ON n.site = b.site AND n.sequence = b.sequence`;

const SALES_COLUMNS = [
  'invoices',
  'net',
  'gst',
  'rounding',
  'total',
  'credit_notes',
  'credited_net',
  'credited_gst',
  'credited',
  'opening_balances',
];
const SALES_SUMS = SALES_COLUMNS.map((name) => sum(name)).join(', ');

const GROUP_SALES = `CREATE OR REPLACE VIEW group_sales AS
SELECT site, business_date, ${SALES_SUMS}
FROM (
  SELECT site, business_date, 1 AS invoices, net, tax AS gst, rounding, total,
    0 AS credit_notes, 0 AS credited_net, 0 AS credited_gst, 0 AS credited, 0 AS opening_balances
  FROM invoices WHERE is_opening_balance = 0
  UNION ALL SELECT site, business_date, 0, 0, 0, 0, 0, 0, 0, 0, 0, total FROM invoices WHERE is_opening_balance = 1
  UNION ALL SELECT site, business_date, 0, 0, 0, 0, 0, 1, net, tax, total, 0 FROM credit_notes
) documents GROUP BY site, business_date`;

const GROUP_SALES_BY_MONTH = `CREATE OR REPLACE VIEW group_sales_by_month AS
SELECT site, DATE_FORMAT(business_date, '%Y-%m') AS month, ${SALES_SUMS}
FROM group_sales GROUP BY site, DATE_FORMAT(business_date, '%Y-%m')`;

const OPEN_INVOICES = `CREATE OR REPLACE VIEW open_invoices AS
SELECT i.site, i.id, i.number, i.customer_id, i.customer_name, i.business_date, i.due_date, i.total,
  CAST(i.total - COALESCE(a.settled, 0) AS SIGNED) AS outstanding,
  DATEDIFF(${TODAY}, i.due_date) AS days_overdue
FROM invoices i LEFT JOIN (
  SELECT site, invoice_id, SUM(amount) AS settled FROM allocations GROUP BY site, invoice_id
) a ON a.site = i.site AND a.invoice_id = i.id
WHERE i.total <> COALESCE(a.settled, 0)`;

/** Balance = invoices − credit notes − payments + reversals and refunds − write-offs; of it what is unpaid, by age. */
const DEBTORS = `CREATE OR REPLACE VIEW debtors AS
SELECT o.site, o.customer_id, c.code, c.name, o.balance, o.unpaid,
  o.not_due, o.days_1_30, o.days_31_60, o.days_61_90, o.days_over_90
FROM (
  SELECT site, customer_id, ${sum('owed', 'balance')}, ${sum('outstanding', 'unpaid')},
    ${sumIf('days_overdue <= 0', 'outstanding', 'not_due')},
    ${sumIf('days_overdue BETWEEN 1 AND 30', 'outstanding', 'days_1_30')},
    ${sumIf('days_overdue BETWEEN 31 AND 60', 'outstanding', 'days_31_60')},
    ${sumIf('days_overdue BETWEEN 61 AND 90', 'outstanding', 'days_61_90')},
    ${sumIf('days_overdue > 90', 'outstanding', 'days_over_90')}
  FROM (
    SELECT site, customer_id, SUM(total) AS owed, 0 AS outstanding, 0 AS days_overdue FROM invoices
    GROUP BY site, customer_id
    UNION ALL SELECT site, customer_id, -SUM(total), 0, 0 FROM credit_notes GROUP BY site, customer_id
    UNION ALL SELECT site, customer_id, SUM(CASE kind WHEN 'PAYMENT' THEN -amount ELSE amount END), 0, 0 FROM payments
    GROUP BY site, customer_id
    UNION ALL SELECT site, customer_id, -SUM(amount), 0, 0 FROM write_offs GROUP BY site, customer_id
    UNION ALL SELECT site, customer_id, 0, outstanding, days_overdue FROM open_invoices
  ) documents GROUP BY site, customer_id
) o LEFT JOIN customers c ON c.site = o.site AND c.id = o.customer_id
WHERE o.balance <> 0 OR o.unpaid <> 0`;

/** What lies at the site's own depots, rides on its trucks and stands at its customers, by size. */
const CYLINDERS = `CREATE OR REPLACE VIEW cylinders AS
SELECT m.site, m.equipment_id, e.sku, e.name,
  ${sumIf("m.kind = 'DEPOT' AND m.state = 'FULL'", 'm.quantity', 'depot_full')},
  ${sumIf("m.kind = 'DEPOT' AND m.state = 'EMPTY'", 'm.quantity', 'depot_empty')},
  ${sumIf("m.kind = 'DEPOT' AND m.state = 'DAMAGED'", 'm.quantity', 'depot_damaged')},
  ${sumIf("m.kind = 'TRUCK' AND m.state = 'FULL'", 'm.quantity', 'truck_full')},
  ${sumIf("m.kind = 'TRUCK' AND m.state = 'EMPTY'", 'm.quantity', 'truck_empty')},
  ${sumIf("m.kind = 'TRUCK' AND m.state = 'DAMAGED'", 'm.quantity', 'truck_damaged')},
  ${sumIf("m.kind = 'CUSTOMER'", 'm.quantity', 'at_customers')}
FROM (
  SELECT site, equipment_id, to_kind AS kind, CASE to_kind WHEN 'DEPOT' THEN to_id ELSE 0 END AS place,
    to_condition AS state, SUM(quantity) AS quantity
  FROM movements GROUP BY site, equipment_id, to_kind, CASE to_kind WHEN 'DEPOT' THEN to_id ELSE 0 END, to_condition
  UNION ALL SELECT site, equipment_id, from_kind, CASE from_kind WHEN 'DEPOT' THEN from_id ELSE 0 END,
    from_condition, -SUM(quantity)
  FROM movements GROUP BY site, equipment_id, from_kind, CASE from_kind WHEN 'DEPOT' THEN from_id ELSE 0 END, from_condition
) m
JOIN equipment e ON e.site = m.site AND e.id = m.equipment_id AND e.equipment_type = 'CYLINDER'
LEFT JOIN depots d ON d.site = m.site AND d.id = m.place AND m.kind = 'DEPOT'
WHERE m.kind IN ('TRUCK', 'CUSTOMER') OR (m.kind = 'DEPOT' AND d.kind = 'OWN')
GROUP BY m.site, m.equipment_id, e.sku, e.name`;

/** Supplies by category and rate, in hundredths of a percent; a credit note's lines tell no rate. */
const GST = `CREATE OR REPLACE VIEW gst AS
SELECT site, DATE_FORMAT(business_date, '%Y-%m') AS month, document, category, rate, ${sum('net')}, ${sum('tax')}
FROM (
  SELECT i.site, i.business_date, 'invoice' AS document, t.category, t.rate, t.net, t.tax
  FROM invoices i JOIN transaction_taxes t ON t.site = i.site AND t.transaction_id = i.transaction_id
  UNION ALL SELECT site, business_date, 'credit note', NULL, NULL, -net, -tax FROM credit_notes
) taxes GROUP BY site, DATE_FORMAT(business_date, '%Y-%m'), document, category, rate`;

/** Each view may be made again; one that another is made of comes first. */
export const GROUP_VIEWS: readonly string[] = [
  SITES,
  GROUP_SALES,
  GROUP_SALES_BY_MONTH,
  OPEN_INVOICES,
  DEBTORS,
  CYLINDERS,
  GST,
];
