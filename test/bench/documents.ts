import { openChromiumPdf } from '../../src/main/adapters/pdf-chromium.ts';
import { renderInvoice } from '../../src/main/documents/invoice/render-invoice.tsx';
import { invoicePayNowQr } from '../../src/main/domain/paynow-qr.ts';
import type { InvoiceSnapshot } from '../../src/shared/invoice-snapshot.ts';
import { bundledFonts } from '../helpers/bundled-fonts.ts';
import { invoiceLine, invoiceOf } from '../helpers/invoice-snapshots.ts';
import { median, report, rounded, timed } from './measure.ts';

const RUNS = 31;

const LINE = invoiceLine('CYL 14 kg', '36.50', '36.50');
const SALE = invoiceOf([LINE, LINE, LINE], 'exclusive');

const INVOICES: Readonly<Record<string, InvoiceSnapshot>> = {
  '3 lines': SALE,
  'a Chinese name': { ...SALE, customer: { ...SALE.customer, name: '福满楼海鲜餐馆' } },
  '200 lines': invoiceOf(
    Array.from({ length: 200 }, () => LINE),
    'exclusive',
  ),
};

/** An invoice from its snapshot to the PDF's bytes, with the browser running. */
export async function benchDocuments(): Promise<void> {
  const fonts = bundledFonts();
  const pdf = openChromiumPdf();
  const draw = (snapshot: InvoiceSnapshot) =>
    pdf.render(
      renderInvoice(snapshot, {
        fontCss: (text) => fonts.cssFor(text),
        copy: false,
        payNow: invoicePayNowQr(snapshot),
      }),
    );
  report({
    bench: 'first invoice PDF, with the launch of Chromium',
    unit: 'ms',
    once: rounded(await timed(() => draw(SALE))),
  });
  for (const [invoice, snapshot] of Object.entries(INVOICES)) {
    const times: number[] = [];
    for (let count = 0; count < RUNS; count += 1) times.push(await timed(() => draw(snapshot)));
    report({ bench: 'invoice PDF, warm', invoice, unit: 'ms', median: rounded(median(times)) });
  }
  await pdf.close();
  fonts.remove();
}
