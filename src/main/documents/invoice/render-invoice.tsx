import { formatInstant } from '../../../shared/dates.ts';
import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import { a4PageCss } from '../a4-page.ts';
import { renderHtmlDocument } from '../html-document.tsx';
import { invoiceCss } from './invoice-css.ts';
import { invoiceText } from './invoice-text.ts';
import { Letterhead } from './letterhead.tsx';
import { LinesTable } from './lines-table.tsx';
import { MeterBlock } from './meter-block.tsx';
import { Parties } from './parties.tsx';
import { Settlement } from './settlement.tsx';
import { Totals } from './totals.tsx';

export interface RenderInvoiceOptions {
  /** Gives the `@font-face` rules for a text (`Fonts.cssFor`). */
  fontCss: (text: string) => string;
  /** A reprint is marked so that nobody claims input tax twice (domain.md, "Delivery of documents"). */
  copy: boolean;
}

/**
 * The full A4 invoice of a snapshot as one self-contained HTML document: a "Tax Invoice" with all that IRAS asks for,
 * or, without a GST number, an "Invoice" without a word about GST (domain.md, "Tax invoice").
 */
export function renderInvoice(invoice: InvoiceSnapshot, { fontCss, copy }: RenderInvoiceOptions): string {
  const title = `${invoice.title} ${invoice.number}`;
  const page = a4PageCss({
    left: `${title}\n${invoiceText.issued(formatInstant(invoice.issuedAt))}`,
    middle: copy ? invoiceText.copy : '',
    page: invoiceText.pageOf,
  });
  return renderHtmlDocument({
    title,
    css: page + invoiceCss,
    body: <InvoicePage invoice={invoice} copy={copy} />,
    fontCss,
  });
}

function InvoicePage({ invoice, copy }: { invoice: InvoiceSnapshot; copy: boolean }) {
  return (
    <main>
      <Letterhead invoice={invoice} copy={copy} />
      <Parties invoice={invoice} />
      <LinesTable invoice={invoice} closing={<Closing invoice={invoice} />} />
      {invoice.remarks !== null && (
        <section className="remarks">
          <h2>{invoiceText.remarks}</h2>
          <p className="as-typed">{invoice.remarks}</p>
        </section>
      )}
    </main>
  );
}

function Closing({ invoice }: { invoice: InvoiceSnapshot }) {
  return (
    <div className="closing">
      <div className="closing-notes">
        <Settlement invoice={invoice} />
        {invoice.meter !== null && <MeterBlock meter={invoice.meter} />}
      </div>
      <Totals invoice={invoice} />
    </div>
  );
}
