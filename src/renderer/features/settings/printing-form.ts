import { PAPERS_FOR, PRINTED_DOCUMENTS, type PrintedDocument } from '../../../shared/contract/printing.ts';
import type { Paper, RollPaper } from '../../../shared/roll-document.ts';
import { orNull } from '../../ui/text-fields.ts';
import { makeSettingsForm, type Settings } from './settings-form.ts';

export type Device = Settings['printers']['devices'][number];
export type Documents = Settings['printers']['documents'];

/** How one kind of document is printed, as it is typed. */
export interface DocumentForm {
  printer: string | null;
  paper: Paper;
  copies: string;
  automatic: boolean;
}

export const usePrintingForm = makeSettingsForm({
  section: 'printers',
  toForm: ({ printers: { documents, sumatraPdfPath } }: Settings) => ({
    documents: eachDocument((document) => ({ ...documents[document], copies: String(documents[document].copies) })),
    sumatraPdfPath: sumatraPdfPath ?? '',
  }),
  toInput: ({ documents, sumatraPdfPath }) => ({
    printers: {
      documents: eachDocument((document) => ({
        ...documents[document],
        copies: Number(documents[document].copies),
      })),
      sumatraPdfPath: orNull(sumatraPdfPath),
    },
  }),
});

function eachDocument<Value>(valueOf: (document: PrintedDocument) => Value): Record<PrintedDocument, Value> {
  return {
    invoice: valueOf('invoice'),
    simplifiedInvoice: valueOf('simplifiedInvoice'),
    receipt: valueOf('receipt'),
    deliveryNote: valueOf('deliveryNote'),
    distribution: valueOf('distribution'),
  };
}

/** The printers a document fits: a till printer takes its own roll and no sheets. */
export function devicesFor(document: PrintedDocument, devices: readonly Device[]): Device[] {
  const papers = PAPERS_FOR[document];
  return devices.filter(({ address }) => address.kind !== 'escpos' || papers.includes(rollOf(address)));
}

/** The roll that lies in a till printer. */
export function rollOf({ paper = 'ROLL80' }: Extract<Device['address'], { kind: 'escpos' }>): RollPaper {
  return paper;
}

/** Another printer, with the paper that lies in it where that is known. */
export function onPrinter(now: DocumentForm, printer: string | null, devices: readonly Device[]): DocumentForm {
  const address = devices.find(({ name }) => name === printer)?.address;
  return { ...now, printer, ...(address?.kind === 'escpos' ? { paper: rollOf(address) } : {}) };
}

/** The documents that are printed on a device. */
export function documentsOn(documents: Record<PrintedDocument, { printer: string | null }>, name: string) {
  return PRINTED_DOCUMENTS.filter((document) => documents[document].printer === name);
}

/** What the settings say of documents after a printer was called another name, or taken away (`null`). */
export function afterRename(documents: Documents, before: string, after: string | null): Documents {
  return eachDocument((document) => {
    const now = documents[document];
    return now.printer === before ? { ...now, printer: after } : now;
  });
}

/** The documents on sheets that had no printer yet are printed on this one. */
export function onEverySheet(documents: Documents, printer: string): Documents {
  return eachDocument((document) => {
    const now = documents[document];
    return now.printer === null && now.paper === 'A4' ? { ...now, printer } : now;
  });
}
