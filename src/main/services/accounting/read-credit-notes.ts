import { sql } from 'drizzle-orm';
import type { BusinessDate } from '../../../shared/dates.ts';
import type { TaxCategory } from '../../../shared/invoice-snapshot.ts';
import { type Cents, ZERO_CENTS } from '../../../shared/money.ts';
import type { Db } from '../../db/db.ts';
import { spreadTax } from '../../domain/spread-tax.ts';
import { MOST_ROWS, type Period, refuseTooMany } from '../reports/period.ts';
import { type AccountingDocument, type AccountingLine, onePiece } from './document.ts';

interface Row {
  id: number;
  number: string;
  customerId: number;
  date: BusinessDate;
  reason: string;
  net: Cents;
  tax: Cents;
  total: Cents;
  invoice: string;
}

interface Line {
  description: string;
  amount: Cents;
  taxCategory: TaxCategory;
}

/**
 * The credit notes of some days, amounts as they are printed: above zero. One that voids an invoice of the same days is not
 * among them, and neither is that invoice; one that voids an earlier invoice takes back what was imported then.
 *
 * @param nameOf what a customer is called, by id
 * @throws Refusal VALIDATION when they are too many
 */
export function readCreditNotes(
  db: Db,
  { from, to }: Period,
  nameOf: (customerId: number) => { name: string; email: string | null; address: string; postalCode: string },
): AccountingDocument[] {
  const rows = db.all<Row>(sql`
    SELECT c.id, c.number, c.customer_id AS customerId, c.business_date AS date, c.reason, c.net, c.tax, c.total,
      i.number AS invoice
    FROM credit_notes AS c JOIN invoices AS i ON i.id = c.invoice_id
    WHERE c.business_date BETWEEN ${from} AND ${to}
      AND NOT (c.is_void = 1 AND i.business_date BETWEEN ${from} AND ${to})
    ORDER BY c.business_date, c.id LIMIT ${MOST_ROWS + 1}`);
  refuseTooMany(rows);
  return rows.map((row) => {
    const { number, customerId, date, total, invoice } = row;
    const { name, email, address, postalCode } = nameOf(customerId);
    const place = { customer: name, email, address, postalCode };
    return { number, ...place, date, dueDate: date, reference: invoice, total, lines: linesOf(db, row) };
  });
}

/** Its own lines where they come to its net; otherwise one line of all of it. */
function linesOf(db: Db, { id, net, tax, invoice, reason }: Row): AccountingLine[] {
  const found = db.all<Line>(sql`
    SELECT description, amount, tax_category AS taxCategory FROM credit_note_lines
    WHERE credit_note_id = ${id} ORDER BY line_no`);
  const whole: Line = { description: `Credit for ${invoice}: ${reason}`, amount: net, taxCategory: taxed(found, tax) };
  const comesTo = found.reduce((sum, { amount }) => sum + amount, 0);
  const mayCarry = tax === 0 || found.some(({ taxCategory }) => taxCategory === 'SR');
  const lines = found.length > 0 && comesTo === net && mayCarry ? found : [whole];
  const nets = lines.map(({ amount, taxCategory }) => ({ net: amount, taxCategory }));
  const taxes = spreadTax(nets, [{ category: 'SR', tax }]);
  return lines.map(({ description, amount, taxCategory }, index) => ({
    kind: 'sale',
    item: description,
    description,
    ...onePiece(amount),
    net: amount,
    tax: taxes[index] ?? ZERO_CENTS,
    taxCategory,
  }));
}

function taxed(lines: readonly Line[], tax: Cents): TaxCategory {
  return tax === 0 ? (lines[0]?.taxCategory ?? 'NG') : 'SR';
}
