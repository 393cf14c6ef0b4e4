import { formatCents } from '../../../shared/money.ts';
import { inserting } from '../../db/inserting.ts';
import { deposits, meterReadings, transactionLines, transactions, transactionTaxes } from '../../db/schema/index.ts';
import type { Totals } from '../../domain/totals.ts';
import { actorOf, type Unit } from '../context.ts';
import { nextNumber } from '../numbers.ts';
import type { TransactionParts } from '../transactions.ts';
import type { PricedSale, SaleFields } from './price-sale.ts';

const insertTransaction = inserting(transactions);
const insertLine = inserting(transactionLines);
const insertTax = inserting(transactionTaxes);
const insertReading = inserting(meterReadings);
const insertDeposit = inserting(deposits);

/** The row of a sale as it was written. */
export type WrittenSale = TransactionParts['row'];

/** Writes the sale itself with its lines, taxes, meter reading and deposits; not yet the invoice or the money. */
export function writeSale(unit: Unit, sale: PricedSale, totals: Totals, input: SaleFields): WrittenSale {
  const { db, seq: commitSeq, instant } = unit;
  const { customer, businessDate, gst } = sale;
  const number = nextNumber(unit, 'TRX', businessDate);
  const row = {
    number,
    businessDate,
    createdAt: instant,
    customerId: customer.id,
    customerName: customer.name,
    userId: actorOf(unit).id,
    approverId: unit.approver?.id ?? null,
    sourceKind: sale.source.kind,
    sourceId: sale.source.id,
    depotId: sale.depotId,
    poNumber: input.poNumber || null,
    remarks: input.remarks || null,
    net: totals.net,
    tax: totals.tax,
    rounding: totals.rounding,
    total: totals.total,
  };
  const id = insertTransaction(db, { ...row, gstMode: gst?.mode ?? null, commitSeq });
  sale.lines.forEach(({ usage: usageMilli, ...line }, index) => {
    insertLine(db, { ...line, usageMilli, transactionId: id, lineNo: index + 1 });
  });
  for (const tax of totals.taxes) insertTax(db, { ...tax, transactionId: id });
  unit.issued({ number, customer: customer.code, total: formatCents(totals.total), date: businessDate });
  writeReading(unit, sale, id);
  writeDeposits(unit, sale, id);
  return { id, ...row };
}

function writeReading(unit: Unit, { customer, businessDate, meter }: PricedSale, transactionId: number): void {
  if (meter === null) return;
  insertReading(unit.db, {
    customerId: customer.id,
    kind: meter.isBaseline ? 'BASELINE' : 'BILLED',
    reading: meter.current,
    previous: meter.previous,
    usageMilli: meter.usage,
    isEstimated: meter.isEstimated,
    isRollover: meter.isRollover,
    businessDate,
    instant: unit.instant,
    transactionId,
    userId: actorOf(unit).id,
    commitSeq: unit.seq,
  });
}

function writeDeposits(unit: Unit, { customer, businessDate, lines }: PricedSale, transactionId: number): void {
  for (const line of lines) {
    if (line.type !== 'deposit' || line.equipmentId === null || line.quantity === null) continue;
    insertDeposit(unit.db, {
      kind: 'TAKEN',
      customerId: customer.id,
      equipmentId: line.equipmentId,
      quantity: line.quantity,
      amount: line.amount,
      transactionId,
      businessDate,
      instant: unit.instant,
      userId: actorOf(unit).id,
      commitSeq: unit.seq,
    });
  }
}
