import type { BusinessDate, Instant } from '../../shared/dates.ts';
import type { InvoiceSnapshot, InvoiceSnapshotLine } from '../../shared/invoice-snapshot.ts';
import type { Cents } from '../../shared/money.ts';
import { formatCubicMetres } from '../../shared/quantity.ts';
import { amountsExcludingTax, type Gst } from './gst.ts';
import type { MeterBilling, PricedLine } from './sale.ts';
import type { Totals } from './totals.ts';

export interface InvoiceFacts {
  number: string;
  transactionNumber: string;
  businessDate: BusinessDate;
  issuedAt: Instant;
  dueDate: BusinessDate | null;
  supplier: InvoiceSnapshot['supplier'];
  customer: InvoiceSnapshot['customer'];
  meterNumber: string | null;
  poNumber: string | null;
  remarks: string | null;
  servedBy: string;
  source: string;
  gst: Gst | null;
  lines: readonly PricedLine[];
  meter: MeterBilling | null;
  totals: Totals;
  payment: InvoiceSnapshot['payment'];
}

/** Freezes everything an invoice prints, as it is at this moment (architecture.md, rule 5). */
export function issueInvoice(facts: InvoiceFacts): InvoiceSnapshot {
  const { gst, lines, meter, totals, meterNumber, ...printed } = facts;
  const excludingTax = amountsExcludingTax(lines, gst);
  return {
    version: 1,
    title: gst === null ? 'Invoice' : 'Tax Invoice',
    ...printed,
    gstMode: gst?.mode ?? null,
    lines: lines.map((line, index) => snapshotLine(line, meter, excludingTax[index] ?? line.amount)),
    meter: meter && {
      number: meterNumber,
      previous: meter.previous,
      current: meter.current,
      usage: meter.usage,
      estimated: meter.isEstimated,
    },
    ...totals,
  };
}

function snapshotLine(line: PricedLine, meter: MeterBilling | null, amountExcludingTax: Cents): InvoiceSnapshotLine {
  const { description, rate, amount, taxCategory } = line;
  const isMeter = line.usage !== null;
  return {
    description,
    detail: isMeter && meter ? meterDetail(meter) : null,
    quantity: line.usage === null ? String(line.quantity) : formatCubicMetres(line.usage),
    unit: isMeter ? 'm³' : null,
    rate,
    amount,
    amountExcludingTax,
    taxCategory,
  };
}

function meterDetail({ previous, current, isRollover }: MeterBilling): string {
  const from = previous === null ? '' : `${formatCubicMetres(previous)} to `;
  return `Meter ${from}${formatCubicMetres(current)}${isRollover ? ', passed its highest figure' : ''}`;
}
