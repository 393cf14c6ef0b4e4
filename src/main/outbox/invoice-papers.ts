import type { DocumentStore } from '../adapters/document-store.ts';
import type { Fonts } from '../adapters/fonts.ts';
import type { PdfRenderer } from '../adapters/pdf.ts';
import { renderInvoice } from '../documents/invoice/render-invoice.tsx';
import type { InvoicePapers } from '../services/ports.ts';

/** Invoices as PDF files, one folder for each year: `2026/INV-KB1-2026-000123.pdf` in the store. */
export function createInvoicePapers(pdf: PdfRenderer, store: DocumentStore, fonts: Fonts): InvoicePapers {
  return {
    async render(snapshot) {
      const html = renderInvoice(snapshot, { fontCss: (text) => fonts.cssFor(text), copy: false });
      const bytes = await pdf.render(html);
      return store.write(`${snapshot.businessDate.slice(0, 4)}/${snapshot.number}.pdf`, bytes);
    },
    read: (file) => store.read(file),
  };
}
