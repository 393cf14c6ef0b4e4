import { sql } from 'drizzle-orm';
import type { BusinessDate } from '../../../shared/dates.ts';
import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import { type Cents, ZERO_CENTS } from '../../../shared/money.ts';
import type { Db } from '../../db/db.ts';
import { spreadTax } from '../../domain/spread-tax.ts';
import { MOST_ROWS, type Period, refuseTooMany } from '../reports/period.ts';
import { type AccountingDocument, type AccountingLine, exactPrice, onePiece } from './document.ts';

interface Row {
  number: string;
  date: BusinessDate;
  dueDate: BusinessDate;
  snapshot: string;
  deposits: string;
}

const AT_ONCE = 500;

/**
 * The invoices of some days, page after page: between two of them the counter is served. Not among them: opening balances,
 * which the books had before, and invoices voided in the same days.
 *
 * @param nameOf what a customer is called, by id
 * @throws Refusal VALIDATION when they are too many
 */
export async function readInvoices(
  db: Db,
  { from, to }: Period,
  nameOf: (customerId: number) => { name: string; email: string | null },
): Promise<AccountingDocument[]> {
  const ids = db.all<{ id: number; customerId: number }>(sql`
    SELECT i.id, i.customer_id AS customerId FROM invoices AS i JOIN invoice_facts AS f ON f.invoice_id = i.id
    WHERE f.business_date BETWEEN ${from} AND ${to} AND i.is_opening_balance = 0 AND NOT EXISTS (
      SELECT 1 FROM credit_notes AS c
      WHERE c.invoice_id = i.id AND c.is_void = 1 AND c.business_date BETWEEN ${from} AND ${to})
    ORDER BY f.business_date, i.id LIMIT ${MOST_ROWS + 1}`);
  refuseTooMany(ids);
  const documents: AccountingDocument[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    for (const { id, customerId } of ids.slice(start, start + AT_ONCE)) {
      documents.push(documentOf(rowOf(db, id), nameOf(customerId)));
    }
    // Whoever waits meanwhile has his turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return documents;
}

function rowOf(db: Db, id: number): Row {
  return db.get<Row>(sql`
    SELECT i.number, i.business_date AS date, i.due_date AS dueDate, i.snapshot,
      (SELECT json_group_array(line_no) FROM transaction_lines
        WHERE transaction_id = i.transaction_id AND type = 'deposit') AS deposits
    FROM invoices AS i WHERE i.id = ${id}`);
}

function documentOf(row: Row, { name, email }: { name: string; email: string | null }): AccountingDocument {
  // Written by `issueInvoice` and protected by triggers: its shape is its version's.
  const snapshot = JSON.parse(row.snapshot) as InvoiceSnapshot;
  const { number, date, dueDate } = row;
  const deposits = new Set(JSON.parse(row.deposits) as number[]);
  return {
    number,
    customer: name,
    email,
    address: snapshot.customer.address,
    postalCode: snapshot.customer.postalCode,
    date,
    dueDate,
    reference: snapshot.poNumber ?? snapshot.transactionNumber,
    total: snapshot.total,
    lines: [...linesOf(snapshot, deposits), ...roundingOf(snapshot.rounding)],
  };
}

function linesOf({ lines, taxes }: InvoiceSnapshot, deposits: ReadonlySet<number>): AccountingLine[] {
  const nets = lines.map(({ amountExcludingTax: net, taxCategory }) => ({ net, taxCategory }));
  const tax = spreadTax(nets, taxes);
  return lines.map(({ description, detail, quantity, unit, rate, amountExcludingTax: net, taxCategory }, index) => {
    const price = exactPrice({ quantity, rate, net });
    const printed = price.quantity === quantity ? [] : [`${quantity}${unit === null ? '' : ` ${unit}`}`];
    return {
      kind: deposits.has(index + 1) ? 'deposit' : 'sale',
      item: description,
      description: [description, ...(detail === null ? [] : [detail]), ...printed].join(', '),
      ...price,
      net,
      tax: tax[index] ?? ZERO_CENTS,
      taxCategory,
    };
  });
}

/** Cash rounding is no supply: it carries no tax. */
function roundingOf(rounding: Cents): AccountingLine[] {
  if (rounding === 0) return [];
  const words = { item: 'Rounding', description: 'Cash rounding' };
  return [{ kind: 'rounding', ...words, ...onePiece(rounding), net: rounding, tax: ZERO_CENTS, taxCategory: 'OS' }];
}
