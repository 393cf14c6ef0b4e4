import type { Input, Output } from '../../../shared/contract/index.ts';
import type { PrintedDocument } from '../../../shared/contract/printing.ts';
import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import { maySimplify } from '../../domain/simplified-invoice.ts';
import type { Unit } from '../context.ts';
import { type Settings, settingsOf } from '../settings-store.ts';
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

/** Paper and mail as the clerk wishes them for this sale; what he does not say goes by the settings. */
export function deliverSale(unit: Unit, papers: IssuedPapers, wish: Wish = {}): Warning[] {
  const settings = settingsOf(unit.db);
  const { invoice, receipt, deliveryNote } = papers;
  if (invoice !== null) queueRender(unit, invoice.subject);
  const printed = invoice === null ? null : printInvoice(unit, settings, invoice, wish.print);
  // What a simplified invoice on the same roll says of the money need not be said twice.
  const saysItAll = printed === 'simplifiedInvoice' && isSamePrinter(settings, 'simplifiedInvoice', 'receipt');
  if (receipt !== null && !saysItAll) printByItself(unit, settings, receipt, 'receipt', wish.print);
  const note = deliveryNote && printByItself(unit, settings, deliveryNote, 'deliveryNote', wish.print);
  const isPrinted = printed !== null || note !== null;
  const isMailed = invoice !== null && mailByItself(unit, settings, invoice.subject, papers.email, wish.email);
  return [
    ...(wish.print === true && !isPrinted ? [NO_PRINTER] : []),
    ...(wish.email === true && !isMailed && invoice !== null ? [noMail(settings)] : []),
  ];
}

/** The receipt of money that was taken later. */
export function deliverReceipt(unit: Unit, receipt: Subject): void {
  printByItself(unit, settingsOf(unit.db), receipt, 'receipt', undefined);
}

const NO_PRINTER: Warning = {
  code: 'NO_PRINTER',
  message: 'Nothing is printed: no printer is chosen for it in Settings → Printers.',
};

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

function printInvoice(
  unit: Unit,
  settings: Settings,
  { subject, snapshot }: NonNullable<IssuedPapers['invoice']>,
  isWished: boolean | undefined,
): PrintedDocument | null {
  return printByItself(unit, settings, subject, invoiceForm(settings, snapshot), isWished);
}

function printByItself(
  unit: Unit,
  { printers }: Settings,
  subject: Subject,
  document: PrintedDocument,
  isWished: boolean | undefined,
): PrintedDocument | null {
  const { printer, paper, copies, automatic } = printers.documents[document];
  if (printer === null || !(isWished ?? automatic)) return null;
  queuePrint(unit, subject, { document, printer, paper, copies });
  return document;
}

function mailByItself(
  unit: Unit,
  { mail }: Settings,
  subject: Subject,
  email: string | null,
  isWished: boolean | undefined,
): boolean {
  const { isEnabled, fromAddress } = mail;
  if (!isEnabled || fromAddress === null || email === null || !(isWished ?? mail.automatic)) return false;
  queueMail(unit, subject, { to: email, fromAddress });
  return true;
}

function isSamePrinter({ printers: { documents } }: Settings, one: PrintedDocument, other: PrintedDocument): boolean {
  return documents[one].printer === documents[other].printer;
}
