import { asc, desc, eq, gte, lte } from 'drizzle-orm';
import type { Input } from '../../shared/contract/index.ts';
import { type BusinessDate, parseBusinessDate } from '../../shared/dates.ts';
import { refuseField } from '../../shared/errors.ts';
import type { Db } from '../db/db.ts';
import { invoiceFacts, invoices } from '../db/schema/index.ts';
import { runningNumbers } from './document-search.ts';
import { type Filter, NOTHING } from './list-filter.ts';

const { invoiceId, businessDate, dueDate } = invoiceFacts;

/**
 * What lies from a place on, in the list's order: from an invoice, named by its number, or from a day. In the order of
 * due dates a day is a due date.
 *
 * @throws Refusal VALIDATION when no invoice has this number.
 */
export function startingAt(db: Db, place: string, sort: Input<'invoices.list'>['sort']): Filter {
  const descending = sort.startsWith('-');
  const day = parseBusinessDate(place);
  if (sort.endsWith('dueDate')) {
    const due = day ?? byNumber(db, place).dueDate;
    return { bounds: descending ? lte(dueDate, due) : gte(dueDate, due) };
  }
  const id = day === null ? byNumber(db, place).id : firstFrom(db, day, descending);
  if (id === undefined) return NOTHING;
  return { bounds: descending ? lte(invoiceId, id) : gte(invoiceId, id) };
}

/** Of the same running number in several years the newest. */
function byNumber(db: Db, place: string): { id: number; dueDate: BusinessDate } {
  const number = runningNumbers(db, ['INV'], place).toSorted().at(-1) ?? place.toUpperCase();
  const row = db
    .select({ id: invoices.id, dueDate: invoices.dueDate })
    .from(invoices)
    .where(eq(invoices.number, number))
    .get();
  return row ?? refuseField('startAt', 'There is no invoice with this number.');
}

function firstFrom(db: Db, day: BusinessDate, descending: boolean): number | undefined {
  const [order, isFrom] = descending ? [desc, lte] : [asc, gte];
  return db
    .select({ id: invoiceId })
    .from(invoiceFacts)
    .where(isFrom(businessDate, day))
    .orderBy(order(businessDate), order(invoiceId))
    .limit(1)
    .get()?.id;
}
