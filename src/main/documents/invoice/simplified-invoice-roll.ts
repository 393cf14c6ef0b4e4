import { formatBusinessDate, formatInstant } from '../../../shared/dates.ts';
import { type InvoiceSnapshot, type InvoiceSnapshotLine, owedOn } from '../../../shared/invoice-snapshot.ts';
import type { RollBlock, RollDocument } from '../../../shared/roll-document.ts';
import { methodName } from '../document-text.ts';
import { printCents, printCubicMetres, printRate } from '../figures.ts';
import { centred, factRow, figureRow, numberCode, rollHead, rollIssued } from '../roll/roll-blocks.ts';
import { invoiceText } from './invoice-text.ts';
import { lineGroupsOf } from './line-groups.ts';
import { simplifiedTotalRowsOf } from './simplified-total-rows.ts';

/**
 * The simplified tax invoice of a snapshot for the till's roll: supplier with address and GST number, number, date,
 * what was supplied, total with tax, and IRAS's words "Price payable includes GST". Only for an invoice that
 * `maySimplify`. Without a GST number it is an "Invoice" without a word about GST.
 *
 * @param options.payNow the text of a PayNow code for what is owed (`invoicePayNowQr`); without one the code is the
 *   invoice's number, for the counter's scanner.
 */
export function simplifiedInvoiceRoll(invoice: InvoiceSnapshot, { payNow }: { payNow: string | null }): RollDocument {
  const owed = owedOn(invoice);
  return {
    title: `${invoice.title} ${invoice.number}`,
    blocks: [
      ...rollHead({ ...invoice, withGstNumber: invoice.gstMode !== null }),
      { kind: 'rule' },
      ...factsOf(invoice),
      { kind: 'rule' },
      ...linesOf(invoice),
      { kind: 'rule' },
      ...simplifiedTotalRowsOf(invoice).map(({ label, amount }) => figureRow(label, amount)),
      { ...figureRow(invoiceText.totalPayable, invoice.total, invoiceText.currency), bold: true, size: 'large' },
      ...(invoice.gstMode === null ? [] : [{ kind: 'text', text: invoiceText.includesGst } as const]),
      { kind: 'rule' },
      ...paymentOf(invoice),
      payNow === null
        ? numberCode(invoice.number)
        : { kind: 'qr', data: payNow, caption: invoiceText.scanToPay(printCents(owed)) },
      rollIssued(formatInstant(invoice.issuedAt)),
    ],
    opensDrawer: invoice.payment?.method === 'CASH',
  };
}

function factsOf(invoice: InvoiceSnapshot): RollBlock[] {
  const { customer, poNumber } = invoice;
  return [
    factRow(invoiceText.date, formatBusinessDate(invoice.businessDate)),
    factRow(invoiceText.customer, customer.name),
    factRow(invoiceText.customerCode, customer.code),
    ...(poNumber === null ? [] : [factRow(invoiceText.poNumber, poNumber)]),
    factRow(invoiceText.servedBy, invoice.servedBy),
    factRow(invoiceText.source, invoice.source),
  ];
}

function linesOf(invoice: InvoiceSnapshot): RollBlock[] {
  const rows = lineGroupsOf(invoice).flatMap(({ category, heading, lines }): RollBlock[] => [
    // The one rate stands with the totals; what is not taxed has to be told apart where it stands.
    ...(category === 'OS' && heading !== null ? [{ kind: 'text', text: heading, bold: true } as const] : []),
    ...lines.flatMap(lineBlocks),
  ]);
  return [...rows, ...meterBlocks(invoice), ...remarksOf(invoice)];
}

function lineBlocks(line: InvoiceSnapshotLine): RollBlock[] {
  const quantity = line.unit === null ? line.quantity : `${line.quantity} ${line.unit}`;
  return [
    { kind: 'text', text: line.description },
    ...(line.detail === null ? [] : [{ kind: 'text', text: line.detail } as const]),
    // A letter, not "×", which is missing from many a till printer's own type.
    { kind: 'columns', left: `${quantity} x ${printRate(line.rate)}`, right: printCents(line.amount) },
  ];
}

function meterBlocks({ meter }: InvoiceSnapshot): RollBlock[] {
  if (meter === null) return [];
  const current = printCubicMetres(meter.current);
  return [
    { kind: 'space' },
    ...(meter.number === null ? [] : [factRow(invoiceText.meterNumber, meter.number)]),
    factRow(invoiceText.currentReading, meter.estimated ? invoiceText.estimated(current) : current),
  ];
}

function remarksOf({ remarks }: InvoiceSnapshot): RollBlock[] {
  return remarks === null || remarks === '' ? [] : [{ kind: 'space' }, { kind: 'text', text: remarks }];
}

function paymentOf(invoice: InvoiceSnapshot): RollBlock[] {
  const { payment, dueDate } = invoice;
  const owed = owedOn(invoice);
  const paid: RollBlock[] =
    payment === null
      ? []
      : [
          figureRow(`${invoiceText.paidBy} ${methodName(payment.method)}`, payment.amount),
          ...(payment.tendered === null ? [] : [figureRow(invoiceText.tendered, payment.tendered)]),
          ...(payment.change === null ? [] : [figureRow(invoiceText.change, payment.change)]),
          ...(payment.reference === null ? [] : [factRow(invoiceText.reference, payment.reference)]),
          { kind: 'text', text: invoiceText.receipt(payment.receiptNumber) },
        ];
  if (owed <= 0) return paid;
  return [
    ...paid,
    { ...figureRow(invoiceText.balanceDue, owed), bold: true },
    centred(dueDate === null ? invoiceText.payNow : invoiceText.payBy(formatBusinessDate(dueDate))),
  ];
}
