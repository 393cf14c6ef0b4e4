import { and, asc, eq } from 'drizzle-orm';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { type BusinessDate, formatBusinessDate, yearOf } from '../../../shared/dates.ts';
import { refuse, refuseField } from '../../../shared/errors.ts';
import { formatCents } from '../../../shared/money.ts';
import type { Db } from '../../db/db.ts';
import { lostDocuments } from '../../db/schema/index.ts';
import { type NumberKind, readDocumentNumber } from '../../domain/numbering.ts';
import type { Unit } from '../context.ts';
import { createDistribution } from '../distributions.ts';
import { found } from '../not-found.ts';
import { createPayment } from '../payments.ts';
import type { IssuedDocument } from '../ports.ts';
import { createTransaction } from '../sale/create-transaction.ts';
import { groupsOf } from './list-lost.ts';

type Row = typeof lostDocuments.$inferSelect;

/** Handed over and mailed long ago: nothing goes out again unless it is wished. */
const NOT_AGAIN = { print: false, email: false };

/** @throws Refusal as for any sale; INVALID_STATE, VALIDATION when it is not the sale that was lost */
export function enterLostSale(unit: Unit, input: Input<'lostDocuments.enterSale'>): Output<'lostDocuments.enterSale'> {
  const { id, date, ...sale } = input;
  return enterAgain(unit, id, 'TRX', date, (again, businessDate) =>
    createTransaction(again, { ...sale, businessDate, deliver: { ...NOT_AGAIN, ...sale.deliver } }),
  );
}

/** @throws as `enterLostSale` */
export function enterLostPayment(
  unit: Unit,
  input: Input<'lostDocuments.enterPayment'>,
): Output<'lostDocuments.enterPayment'> {
  const { id, date, ...money } = input;
  return enterAgain(unit, id, 'RCT', date, (again, businessDate) => createPayment(again, { ...money, businessDate }));
}

/** @throws as `enterLostSale` */
export function enterLostSlip(unit: Unit, input: Input<'lostDocuments.enterSlip'>): Output<'lostDocuments.enterSlip'> {
  const { id, date, ...slip } = input;
  return enterAgain(unit, id, 'DST', date, (again, businessDate) =>
    createDistribution(again, { ...slip, businessDate }),
  );
}

/** @throws Refusal NOT_FOUND, INVALID_STATE */
export function settleLost(unit: Unit, { id, reason }: Input<'lostDocuments.settle'>): Output<'lostDocuments.settle'> {
  const rows = lostTogether(unit.db, id);
  for (const { id: each } of rows) {
    unit.db.update(lostDocuments).set({ state: 'settled', reason }).where(eq(lostDocuments.id, each)).run();
  }
  note(unit, 'lostDocuments.settle', rows, reason);
  const [group] = groupsOf(rows.map((row) => ({ ...row, state: 'settled', reason })));
  return found(group, 'lost document', id);
}

/**
 * Issues documents once more as they were: same numbers, date, customer and totals, or nothing at all.
 *
 * @param kind what the first of them must be
 */
function enterAgain<Answer>(
  unit: Unit,
  id: number,
  kind: NumberKind,
  asked: BusinessDate | undefined,
  issue: (again: Unit, businessDate: BusinessDate) => Answer,
): Answer {
  const rows = lostTogether(unit.db, id);
  const numbers = new Map<NumberKind, string>();
  for (const { number } of rows) {
    const read = readDocumentNumber(number);
    if (read !== null) numbers.set(read.kind, number);
  }
  const own = numbers.get(kind);
  if (own === undefined)
    refuse('INVALID_STATE', `${namesOf(rows)} cannot be entered as this.`, { status: 'OTHER_KIND' });
  const businessDate = dateOf(rows, own, asked ?? unit.today, asked);
  const issued: IssuedDocument[] = [];
  const again: Unit = {
    ...unit,
    lostNumbers: numbers,
    issued(document) {
      issued.push(document);
      unit.issued(document);
    },
  };
  const answer = issue(again, businessDate);
  refuseOthers(rows, issued);
  for (const { id: each } of rows) {
    unit.db.update(lostDocuments).set({ state: 'entered' }).where(eq(lostDocuments.id, each)).run();
  }
  note(unit, 'lostDocuments.enter', rows, null);
  return answer;
}

/** A lost document with those it was issued with. @throws Refusal NOT_FOUND; INVALID_STATE when it is not lost any more */
function lostTogether(db: Db, id: number): Row[] {
  const row = found(db.select().from(lostDocuments).where(eq(lostDocuments.id, id)).get(), 'lost document', id);
  if (row.state !== 'lost') {
    refuse('INVALID_STATE', `${row.number} is ${row.state} already.`, { status: row.state });
  }
  const isOfIt = and(eq(lostDocuments.belongsTo, row.belongsTo), eq(lostDocuments.state, 'lost'));
  return db.select().from(lostDocuments).where(isOfIt).orderBy(asc(lostDocuments.id)).all();
}

function dateOf(
  rows: readonly Row[],
  number: string,
  date: BusinessDate,
  asked: BusinessDate | undefined,
): BusinessDate {
  const known = rows.find((row) => row.businessDate !== null)?.businessDate ?? null;
  if (known !== null) {
    if (asked !== undefined && asked !== known)
      refuseField('date', `${number} is of ${formatBusinessDate(known)}: leave the date out.`);
    return known;
  }
  const year = readDocumentNumber(number)?.year;
  if (yearOf(date) !== year) refuseField('date', `${number} is of ${year}: give its date.`);
  return date;
}

/** The paper is out there: what stands in the books must be what stands on it. */
function refuseOthers(rows: readonly Row[], issued: readonly IssuedDocument[]): void {
  for (const { number, customer, total } of rows) {
    const now = issued.find((document) => document.number === number);
    if (now === undefined) {
      refuse('INVALID_STATE', `${number} was issued with it, but what was entered makes no such document.`, {
        status: 'NOT_ISSUED',
      });
    }
    if (now.customer !== customer) {
      refuseField('customerId', `${number} was for ${customer ?? 'nobody'}, this is for ${now.customer ?? 'nobody'}.`);
    }
    const was = total === null ? null : formatCents(total);
    if (now.total !== was) refuseField('items', `${number} came to ${was}, this comes to ${now.total}.`);
  }
}

function note(unit: Unit, action: string, rows: readonly Row[], reason: string | null): void {
  const [first] = rows;
  const after = { documents: rows.map(({ number }) => number) };
  const entity = { entityType: 'lostDocument', entityId: first?.id ?? null, entityNumber: first?.number ?? null };
  unit.audit({ action, ...entity, before: { state: 'lost' }, after, reason });
}

function namesOf(rows: readonly Row[]): string {
  return rows.map(({ number }) => number).join(', ');
}
