import { randomUUID } from 'node:crypto';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { PrintedDocument } from '../../../shared/contract/printing.ts';
import { isRoll } from '../../../shared/roll-document.ts';
import { refuse } from '../../../shared/errors.ts';
import { maySimplify } from '../../domain/simplified-invoice.ts';
import type { Unit } from '../context.ts';
import { invoiceSnapshot } from '../invoices.ts';
import { settingsOf } from '../settings-store.ts';
import { invoiceForm } from './deliver-sale.ts';
import { type PrintRequest, queuePrint } from './queue.ts';
import { entityOf, type KnownSubject, visibleSubject } from './subjects.ts';

interface Wish {
  printer?: string | undefined;
  copies?: number | undefined;
}

/** @throws Refusal NOT_FOUND, FORBIDDEN; INVALID_STATE when no printer is chosen for it, or one that cannot take it */
export function printInvoice(unit: Unit, { id, ...wish }: Input<'invoices.print'>): Output<'invoices.print'> {
  return printOne(unit, visibleSubject(unit, 'invoice', id), wish);
}

/** @throws Refusal as {@link printInvoice} */
export function printReceipt(unit: Unit, { id, ...wish }: Input<'payments.printReceipt'>): Output<'invoices.print'> {
  return printOne(unit, visibleSubject(unit, 'receipt', id), wish);
}

/** @throws Refusal as {@link printInvoice} */
export function printDeliveryNote(
  unit: Unit,
  { id, ...wish }: Input<'transactions.printDeliveryNote'>,
): Output<'invoices.print'> {
  return printOne(unit, visibleSubject(unit, 'deliveryNote', id), wish);
}

/** @throws Refusal as {@link printInvoice} */
export function printDistribution(unit: Unit, { id, ...wish }: Input<'distributions.print'>): Output<'invoices.print'> {
  return printOne(unit, visibleSubject(unit, 'distribution', id), wish);
}

/** @throws Refusal as {@link printInvoice}; then none is printed. */
export function printInvoices(unit: Unit, { ids, ...wish }: Input<'invoices.printMany'>): Output<'invoices.printMany'> {
  const batch = randomUUID();
  const subjects = [...new Set(ids)].map((id) => visibleSubject(unit, 'invoice', id));
  for (const subject of subjects) ask(unit, subject, wish, batch);
  return { batch, jobs: subjects.length, skipped: [] };
}

function printOne(unit: Unit, subject: KnownSubject, wish: Wish): Output<'invoices.print'> {
  return { jobId: ask(unit, subject, wish, null), status: 'queued' };
}

function ask(unit: Unit, subject: KnownSubject, wish: Wish, batch: string | null): number {
  const request = requestFor(unit, subject, wish);
  const jobId = queuePrint(unit, subject, request, batch);
  unit.audit({
    action: `${subject.kind}.print`,
    entityType: entityOf(subject.kind),
    entityId: subject.id,
    entityNumber: subject.number,
    after: { printer: request.printer, copies: request.copies },
  });
  return jobId;
}

const NAMES: Readonly<Record<PrintedDocument, string>> = {
  invoice: 'invoices',
  simplifiedInvoice: 'simplified invoices',
  receipt: 'receipts',
  deliveryNote: 'delivery notes',
  distribution: 'distribution slips',
};

/** The printer of the settings unless another is named: a till printer takes its own roll, any other one a sheet. */
function requestFor(unit: Unit, subject: KnownSubject, wish: Wish): PrintRequest {
  const { devices, documents } = settingsOf(unit.db).printers;
  const document = formOf(unit, subject);
  const chosen = documents[document];
  const printer = wish.printer ?? chosen.printer;
  if (printer === null) {
    return refuse('INVALID_STATE', `No printer is chosen for ${NAMES[document]}: choose one in Settings → Printers.`, {
      status: 'NO_PRINTER',
    });
  }
  const device = devices.find(({ name }) => name === printer);
  if (device === undefined) {
    return refuse('INVALID_STATE', `There is no printer “${printer}” in Settings → Printers.`, {
      status: 'NO_PRINTER',
    });
  }
  const copies = wish.copies ?? chosen.copies;
  if (printer === chosen.printer) return { document, printer, paper: chosen.paper, copies };
  if (device.address.kind === 'escpos') {
    return { document: formOnRoll(unit, subject, printer), printer, paper: device.address.paper, copies };
  }
  if (document === 'simplifiedInvoice') return { document: 'invoice', printer, paper: 'A4', copies };
  return { document, printer, paper: isRoll(chosen.paper) ? 'A4' : chosen.paper, copies };
}

function formOf(unit: Unit, { kind, id }: KnownSubject): PrintedDocument {
  if (kind !== 'invoice') return kind;
  return invoiceForm(settingsOf(unit.db), invoiceSnapshot(unit.db, id));
}

/** @throws Refusal INVALID_STATE for what IRAS or its look wants on a sheet */
function formOnRoll({ db }: Unit, { kind, id, number }: KnownSubject, printer: string): PrintedDocument {
  if (kind === 'receipt') return kind;
  if (kind === 'invoice' && maySimplify(invoiceSnapshot(db, id))) return 'simplifiedInvoice';
  const why = kind === 'invoice' ? `${number} may not be printed as a simplified invoice` : `${number} needs a sheet`;
  return refuse('INVALID_STATE', `“${printer}” takes rolls only, and ${why}: choose another printer.`, {
    status: 'NEEDS_SHEET',
  });
}
