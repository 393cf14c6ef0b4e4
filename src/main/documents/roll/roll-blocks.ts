import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import type { Cents } from '../../../shared/money.ts';
import type { RollBlock } from '../../../shared/roll-document.ts';
import { addressLines } from '../address.ts';
import { documentText } from '../document-text.ts';
import { printCents } from '../figures.ts';

type TextBlock = Extract<RollBlock, { kind: 'text' }>;
type ColumnsBlock = Extract<RollBlock, { kind: 'columns' }>;
type QrBlock = Extract<RollBlock, { kind: 'qr' }>;

interface RollHead {
  supplier: InvoiceSnapshot['supplier'];
  /** Only on documents that are about GST. */
  withGstNumber: boolean;
  title: string;
  number: string;
}

/** Who issues a document, and what it is: the letterhead of a roll. */
export function rollHead({ supplier, withGstNumber, title, number }: RollHead): RollBlock[] {
  const { uen, gstNumber } = supplier;
  return [
    { kind: 'text', text: supplier.name, align: 'center', size: 'large', bold: true },
    ...addressLines(supplier.address, supplier.postalCode).map(centred),
    ...(uen === null ? [] : [centred(`${documentText.uen} ${uen}`)]),
    ...(withGstNumber && gstNumber !== null ? [centred(`${documentText.gstNumber} ${gstNumber}`)] : []),
    { kind: 'space' },
    { kind: 'text', text: title, align: 'center', size: 'large', bold: true },
    { kind: 'text', text: number, align: 'center', bold: true },
  ];
}

export function centred(text: string): TextBlock {
  return { kind: 'text', text, align: 'center' };
}

/** `Customer: Geylang Prata House`, in one piece: a name may be longer than any column. */
export function factRow(label: string, value: string): TextBlock {
  return { kind: 'text', text: `${label}: ${value}` };
}

/** A label with an amount at the right edge. */
export function figureRow(label: string, amount: Cents, currency = ''): ColumnsBlock {
  return { kind: 'columns', left: label, right: `${currency} ${printCents(amount)}`.trimStart() };
}

/** A document's number for the counter's scanner; the number itself stands at the top. */
export function numberCode(number: string): QrBlock {
  return { kind: 'qr', data: number, caption: null };
}

/** When the document was issued, at its foot. */
export function rollIssued(instant: string): TextBlock {
  return centred(documentText.issuedAt(instant));
}
