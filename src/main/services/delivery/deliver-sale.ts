import type { Input, Output } from '../../../shared/contract/index.ts';
import type { PrintedDocument } from '../../../shared/contract/printing.ts';
import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import { maySimplify } from '../../domain/simplified-invoice.ts';
import type { Unit } from '../context.ts';
import { type Settings, settingsOf } from '../settings-store.ts';
import type { InvoiceDelivery } from './invoice-ways.ts';
import { queueMail, queuePrint, queueRender, type Subject } from './queue.ts';

type Wish = NonNullable<Input<'transactions.create'>['deliver']>;
type Warning = Output<'transactions.create'>['warnings'][number];

/** What a sale issued. */
export interface IssuedPapers {
  invoice: { subject: Subject; snapshot: InvoiceSnapshot } | null;
  receipt: Subject | null;
  /** Only when nothing was billed: otherwise it is printed when somebody asks for it. */
  deliveryNote: Subject | null;
  email: string | null;
}

export interface SaleDelivery {
  warnings: Warning[];
  /** How far the invoice is on its ways out, which is: queued. */
  delivery: InvoiceDelivery;
}

/** Paper and mail as the clerk wishes them for this sale; what he does not say goes by the settings. */
export function deliverSale(unit: Unit, papers: IssuedPapers, wish: Wish = {}): SaleDelivery {
  const settings = settingsOf(unit.db);
  const { invoice, receipt, deliveryNote, email } = papers;
  const render = invoice && queueRender(unit, invoice.subject);
  const form = invoice && invoiceForm(settings, invoice.snapshot);
  const print = invoice && form && printByItself(unit, settings, invoice.subject, form, wish.print);
  // What a simplified invoice on the same roll says of the money need not be said twice.
  const saysItAll = print !== null && form === 'simplifiedInvoice' && isSamePrinter(settings, form, 'receipt');
  if (receipt !== null && !saysItAll) printByItself(unit, settings, receipt, 'receipt', wish.print);
  const note = deliveryNote && printByItself(unit, settings, deliveryNote, 'deliveryNote', wish.print);
  const mail = invoice && mailByItself(unit, settings, invoice.subject, email, wish.email);
  return {
    warnings: [
      ...(wish.print === true && print === null && note === null
        ? [noPrinter(invoice ? 'invoice' : 'delivery note')]
        : []),
      ...(wish.email === true && mail === null && invoice !== null ? [noMail(settings)] : []),
    ],
    delivery: { render: queued(render), print: queued(print), mail: queued(mail), hasEmail: email !== null },
  };
}

function queued(jobId: number | null): InvoiceDelivery['print'] {
  return jobId === null ? null : { jobId, state: 'queued', reason: null };
}

/** The receipt of money that was taken later. */
export function deliverReceipt(unit: Unit, receipt: Subject): void {
  printByItself(unit, settingsOf(unit.db), receipt, 'receipt', undefined);
}

function noPrinter(document: string): Warning {
  const message = `The ${document} is not printed: no printer is chosen for it in Settings → Printers.`;
  return { code: 'NO_PRINTER', message };
}

function noMail({ mail }: Settings): Warning {
  return mail.isEnabled
    ? { code: 'NO_EMAIL', message: 'Nothing is mailed: the customer has no e-mail address.' }
    : { code: 'NO_EMAIL', message: 'Nothing is mailed: mail is not set up in Settings → Mail.' };
}

/** On the roll where there is one and IRAS allows it; otherwise in full. */
export function invoiceForm({ printers }: Settings, snapshot: InvoiceSnapshot): 'invoice' | 'simplifiedInvoice' {
  const { simplifiedInvoice } = printers.documents;
  return simplifiedInvoice.printer !== null && maySimplify(snapshot) ? 'simplifiedInvoice' : 'invoice';
}

/** @returns the job's id; `null` when it is not printed. */
function printByItself(
  unit: Unit,
  { printers }: Settings,
  subject: Subject,
  document: PrintedDocument,
  isWished: boolean | undefined,
): number | null {
  const { printer, paper, copies, automatic } = printers.documents[document];
  if (printer === null || !(isWished ?? automatic)) return null;
  return queuePrint(unit, subject, { document, printer, paper, copies });
}

function mailByItself(
  unit: Unit,
  { mail }: Settings,
  subject: Subject,
  email: string | null,
  isWished: boolean | undefined,
): number | null {
  const { isEnabled, fromAddress } = mail;
  if (!isEnabled || fromAddress === null || email === null || !(isWished ?? mail.automatic)) return null;
  return queueMail(unit, subject, { to: email, fromAddress });
}

function isSamePrinter({ printers: { documents } }: Settings, one: PrintedDocument, other: PrintedDocument): boolean {
  return documents[one].printer === documents[other].printer;
}
