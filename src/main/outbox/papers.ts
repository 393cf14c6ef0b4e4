import type { DocumentStore } from '../adapters/document-store.ts';
import type { Fonts } from '../adapters/fonts.ts';
import type { PdfRenderer } from '../adapters/pdf.ts';
import { renderDeliveryNote } from '../documents/delivery-note/render-delivery-note.tsx';
import { renderDistributionSlip } from '../documents/distribution/render-distribution-slip.tsx';
import { renderInvoice } from '../documents/invoice/render-invoice.tsx';
import { simplifiedInvoiceRoll } from '../documents/invoice/simplified-invoice-roll.ts';
import { receiptRoll } from '../documents/receipt/receipt-roll.ts';
import { renderReceipt } from '../documents/receipt/render-receipt.tsx';
import { copyOfRoll } from '../documents/roll/copy-of-roll.ts';
import { renderRoll } from '../documents/roll/render-roll.tsx';
import { renderTestPage } from '../documents/test-page/render-test-page.tsx';
import { testRoll } from '../documents/test-page/test-roll.ts';
import { invoicePayNowQr } from '../domain/paynow-qr.ts';
import type { PaperDocument, Papers, StoredFile } from '../services/ports.ts';
import type { InvoiceSnapshot } from '../../shared/invoice-snapshot.ts';
import { isRoll, type Paper, type RollDocument, ROLLS } from '../../shared/roll-document.ts';

/** Invoices as PDF files, one folder for each year: `2026/INV-KB1-2026-000123.pdf`; all else drawn when it is asked for. */
export function createPapers(pdf: PdfRenderer, store: DocumentStore, fonts: Fonts): Papers {
  const fontCss = (text: string) => fonts.cssFor(text);
  /** Print and mail may ask for a file that is just being made: two files of one invoice would differ. */
  const rendering = new Map<string, Promise<StoredFile>>();

  function sheetOf(document: PaperDocument, paper: 'A4' | 'A5', copy: boolean): string {
    const options = { fontCss, copy };
    switch (document.kind) {
      case 'invoice':
      case 'simplifiedInvoice':
        return renderInvoice(document.snapshot, { ...options, payNow: invoicePayNowQr(document.snapshot) });
      case 'receipt':
        return renderReceipt(document.snapshot, { ...options, sheet: paper });
      case 'deliveryNote':
        return renderDeliveryNote(document.snapshot, options);
      case 'distribution':
        return renderDistributionSlip(document.snapshot, options);
      case 'test':
        return renderTestPage(document, { fontCss, sheet: paper });
    }
  }

  async function draw(document: PaperDocument, paper: Paper, isCopy: boolean): Promise<Uint8Array> {
    if (!isRoll(paper)) return pdf.render(sheetOf(document, paper, isCopy));
    const roll = rollOf(document, isCopy);
    if (roll === null) throw new Error(`there is no ${document.kind} for a roll`);
    return pdf.render(renderRoll(roll, paper, { fontCss, copy: false }), { widthMm: ROLLS[paper].widthMm });
  }

  async function renderNow(snapshot: InvoiceSnapshot): Promise<StoredFile> {
    const bytes = await draw({ kind: 'invoice', snapshot }, 'A4', false);
    return store.write(`${snapshot.businessDate.slice(0, 4)}/${snapshot.number}.pdf`, bytes);
  }

  return {
    draw,
    rollOf,
    render(snapshot) {
      const { number } = snapshot;
      const running = rendering.get(number);
      if (running !== undefined) return running;
      const started = renderNow(snapshot).finally(() => setImmediate(() => rendering.delete(number)));
      rendering.set(number, started);
      return started;
    },
    read: (file) => store.read(file),
  };
}

function rollOf(document: PaperDocument, isCopy: boolean): RollDocument | null {
  const roll = originalRoll(document);
  return isCopy && roll !== null ? copyOfRoll(roll) : roll;
}

function originalRoll(document: PaperDocument): RollDocument | null {
  switch (document.kind) {
    case 'invoice':
    case 'simplifiedInvoice':
      return simplifiedInvoiceRoll(document.snapshot, { payNow: invoicePayNowQr(document.snapshot) });
    case 'receipt':
      return receiptRoll(document.snapshot);
    case 'test':
      return testRoll(document);
    case 'deliveryNote':
    case 'distribution':
      return null;
  }
}
